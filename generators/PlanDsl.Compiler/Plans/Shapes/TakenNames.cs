using Microsoft.CodeAnalysis;
using PlanDsl.Model;

namespace PlanDsl.Compiler;

/// <summary>Finds members of a plan that stand where generated ones have to: PLAN0004. Steps are judged by their names alone;
/// any other method may be an overload of what is generated.</summary>
internal static class TakenNames
{
    /// <summary>The generated names that the author's own members have taken.</summary>
    /// <param name="type">The plan's type.</param>
    /// <param name="inputs">Its inputs, which the generated methods take.</param>
    /// <param name="symbols">The known types.</param>
    /// <param name="findings">Gets a finding for each.</param>
    public static EquatableArray<string> Find(INamedTypeSymbol type, IReadOnlyList<ReadInput> inputs, PlanSymbols symbols, List<Finding> findings)
    {
        var taken = new List<string>();
        for (var index = 0; index < ReservedNames.Generated.Length; index++)
        {
            var name = ReservedNames.Generated[index];
            if (!Clashing(type, name, symbols).Any(member => Clashes(member, name, inputs, symbols)))
                continue;
            taken.Add(name);
            findings.Add(new(RuleIds.InvalidName, Anchor.Plan.At(PropertyNames.Member, index), [name, "the name of this member", "a member of that name is generated on a plan; choose another name"]));
        }

        return taken.ToEquatableArray();
    }

    /// <summary>Where the member stands that has taken the generated name with this index.</summary>
    public static Location? LocationOf(INamedTypeSymbol type, int index, PlanSymbols symbols) =>
        Clashing(type, ReservedNames.Generated[index], symbols).FirstOrDefault()?.Locations[0];

    private static IEnumerable<ISymbol> Clashing(INamedTypeSymbol type, string name, PlanSymbols symbols) =>
        type.GetMembers(name).Concat(type.TypeParameters.Where(parameter => parameter.Name == name)).Where(member => !member.IsImplicitlyDeclared && !PartialMethods.IsGenerated(member, symbols)
            && !(member is IMethodSymbol method && StepMethods.IsStep(method, symbols)));

    private static bool Clashes(ISymbol member, string name, IReadOnlyList<ReadInput> inputs, PlanSymbols symbols) =>
        member is not IMethodSymbol method || name is "Results" or "Definition"
        || (method.Arity == 0 && method.Parameters.Select(static parameter => parameter.Type).SequenceEqual(Generated(name, inputs, symbols), SymbolEqualityComparer.Default));

    private static IEnumerable<ITypeSymbol?> Generated(string name, IReadOnlyList<ReadInput> inputs, PlanSymbols symbols)
    {
        var isResumed = name == "ResumeAsync";
        if (isResumed)
            yield return symbols.Compilation.GetSpecialType(SpecialType.System_String);
        foreach (var input in inputs)
        {
            if (!isResumed || input.Model.IsSecret)
                yield return input.Type;
        }

        if (name is "Start" or "ResumeAsync")
            yield return symbols.PlanOptions;
        if (name is "Start" or "ResumeAsync" or "RunAsync")
            yield return symbols.CancellationToken;
    }
}
