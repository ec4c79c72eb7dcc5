using Microsoft.CodeAnalysis;
using PlanDsl.Model;

namespace PlanDsl.Compiler;

/// <summary>What a class must be like so that a state machine can be generated on it.</summary>
internal static class StateMachineShape
{
    /// <summary>Reports what is wrong with the class itself, and returns whether members can be added to it.</summary>
    public static bool Check(INamedTypeSymbol type, StateMachineDeclaration declaration, List<Finding> findings)
    {
        if (!TypeSpecReader.IsPartial(type))
            findings.Add(new(RuleIds.NotPartial, Anchor.Plan, [type.Name, "state machine"]));
        if (!type.IsStatic)
            Report(Anchor.Plan, "it holds no state of its own; make it static");

        var canBeExtended = true;
        if (ContainersOf(type).Any(static container => container.IsFileLocal))
        {
            canBeExtended = false;
            Report(Anchor.Plan, "a file-local type cannot be extended by generated code; remove the 'file' modifier");
        }

        foreach (var name in GeneratedMembers.All)
        {
            if (!type.GetMembers(name).Any(member => GeneratedMembers.Clashes(member, declaration)))
                continue;
            canBeExtended = false;
            Report(Anchor.Plan.At(name), $"it declares '{name}', which is generated; rename that member");
        }

        return canBeExtended;

        void Report(Anchor anchor, string reason) =>
            findings.Add(new(RuleIds.UnsupportedShape, anchor, [type.Name, "state machine", reason]));
    }

    private static IEnumerable<INamedTypeSymbol> ContainersOf(INamedTypeSymbol type)
    {
        for (var current = type; current is not null; current = current.ContainingType)
            yield return current;
    }
}
