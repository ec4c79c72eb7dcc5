using System.Collections.Immutable;

namespace PlanDsl.Model;

/// <summary>The rule book for plans: the same rules, in the same order, in the IDE, in a build and at load time.</summary>
public static class PlanRules
{
    private static readonly ImmutableArray<IPlanRule> Rules =
    [
    ];

    /// <summary>Judges <paramref name="model"/>: all that is wrong with it, not the first.</summary>
    /// <param name="model">The plan.</param>
    /// <param name="types">What is known of its types.</param>
    public static EquatableArray<Finding> Check(PlanModel model, TypeFacts types)
    {
        var analysis = new PlanAnalysis(model, types);
        var findings = new List<Finding>();
        foreach (var rule in Rules)
            rule.Check(analysis, findings);
        return findings.ToEquatableArray();
    }
}
