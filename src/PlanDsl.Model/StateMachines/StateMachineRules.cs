using System.Collections.Immutable;

namespace PlanDsl.Model;

/// <summary>The rule book for state machines: the same rules, in the same order, in the IDE and in a build.</summary>
public static class StateMachineRules
{
    private static readonly ImmutableArray<IStateMachineRule> Rules =
    [
        new InitialStateRule(),
        new AmbiguousTransitionRule(),
        new UnreachableStateRule(),
        new DeadEndRule(),
        new UnusedTriggerRule(),
    ];

    /// <summary>Judges <paramref name="machine"/>: all that is wrong with it, not the first.</summary>
    public static EquatableArray<Finding> Check(StateMachineModel machine)
    {
        var findings = new List<Finding>();
        foreach (var rule in Rules)
            rule.Check(machine, findings);
        return findings.ToEquatableArray();
    }
}
