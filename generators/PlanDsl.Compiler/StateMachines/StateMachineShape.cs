using Microsoft.CodeAnalysis;
using PlanDsl.Model;

namespace PlanDsl.Compiler;

/// <summary>What a class must be like so that a state machine can be generated on it.</summary>
internal static class StateMachineShape
{
    /// <summary>Reports what is wrong with the class itself, and returns whether it already has members that are generated.</summary>
    public static bool Check(INamedTypeSymbol type, StateMachineDeclaration declaration, List<Finding> findings)
    {
        if (!TypeSpecReader.IsPartial(type))
            findings.Add(new(RuleIds.NotPartial, Anchor.Plan, [type.Name, "state machine"]));
        if (!type.IsStatic)
            Report(Anchor.Plan, "it holds no state of its own; make it static");
        if (TypeSpecReader.FaultOfSurroundings(type) is { } fault)
            Report(Anchor.Plan, fault);

        var clashes = GeneratedMembers.All
            .Where(name => type.GetMembers(name).Any(member => GeneratedMembers.Clashes(member, declaration)))
            .ToArray();
        foreach (var name in clashes)
            Report(Anchor.Plan.At(name), $"it declares '{name}', which is generated; rename that member");
        return clashes.Length > 0;

        void Report(Anchor anchor, string reason) =>
            findings.Add(new(RuleIds.UnsupportedShape, anchor, [type.Name, "state machine", reason]));
    }
}
