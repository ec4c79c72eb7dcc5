using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace PlanDsl.Compiler;

/// <summary>The public members that are generated on a state machine.</summary>
internal static class GeneratedMembers
{
    private const string TryFire = nameof(TryFire);
    private const string Permitted = nameof(Permitted);
    private const string IsTerminal = nameof(IsTerminal);
    private const string ToMermaid = nameof(ToMermaid);

    /// <summary>Their names.</summary>
    public static ImmutableArray<string> All { get; } = [TryFire, Permitted, IsTerminal, ToMermaid];

    /// <summary>Whether <paramref name="member"/>, which has the name of a generated one, cannot stand beside it. Overloads can,
    /// and analyzers meet the generated ones themselves.</summary>
    public static bool Clashes(ISymbol member, StateMachineDeclaration machine)
    {
        if (IsGenerated(member))
            return false;
        if (member is not IMethodSymbol { Arity: 0 } method)
            return member is not IMethodSymbol;

        ITypeSymbol?[] generated = member.Name switch
        {
            TryFire => [machine.StateType, machine.TriggerType, machine.StateType],
            Permitted or IsTerminal => [machine.StateType],
            _ => [],
        };
        return method.Parameters.Select(static parameter => parameter.Type).SequenceEqual(generated, SymbolEqualityComparer.Default);
    }

    private static bool IsGenerated(ISymbol member) =>
        member.GetAttributes().Any(static attribute =>
            attribute.AttributeClass is { Name: "GeneratedCodeAttribute", ContainingNamespace.Name: "Compiler" }
            && attribute.ConstructorArguments.FirstOrDefault().Value is "PlanDsl");
}
