using System.Collections.Immutable;

namespace PlanDsl.Model;

/// <summary>The rule book for plans: the same rules, in the same order, in the IDE, in a build and at load time.</summary>
public static class PlanRules
{
    private static readonly ImmutableArray<IPlanRule> Rules =
    [
        new NoStepsRule(),
        new DuplicateStepIdRule(),
        new InvalidNameRule(),
        new IgnoresCancellationRule(),
        new TooManyStepsRule(),
        new CycleRule(),
        new UnknownDependencyRule(),
        new SelfDependencyRule(),
        new RedundantDependencyRule(),
        new UnreachableStepRule(),
        new RecursivePlanRule(),
        new UnboundParameterRule(),
        new TypeMismatchRule(),
        new DuplicateResultKeyRule(),
        new OptionalIntoNonNullableRule(),
        new UnusedResultRule(),
        new ShadowedInputRule(),
        new UnknownMemberRule(),
        new ElementSourceRule(),
        new NotProvidedRule(),
        new LiveStreamRule(),
        new InputDeclaredTwiceRule(),
        new UnrecordableRule(),
        new InvalidTimeoutRule(),
        new InvalidRetryRule(),
        new TimeoutExceedsPlanRule(),
        new ThresholdOutOfRangeRule(),
        new InvalidParallelismRule(),
        new UnknownPolicyRule(),
        new IneffectiveOptionRule(),
        new InvalidLoopRule(),
    ];

    /// <summary>Judges <paramref name="model"/>: all that is wrong with it, not the first. One mistake gives one finding: what
    /// only follows from a mistake that has been named is left out. The order is that of the rules' ids, then of declaration.</summary>
    /// <param name="model">The plan.</param>
    /// <param name="types">What is known of its types.</param>
    /// <param name="words">The words of whoever wrote the plan, in which the findings are put.</param>
    /// <returns>The findings; the plan is invalid if the severity of one is <see cref="FindingSeverity.Error"/>.</returns>
    public static EquatableArray<Finding> Check(PlanModel model, TypeFacts types, Wording words) => Check(new(model, types, words));

    /// <summary>The same for a plan of which something has been found out already.</summary>
    /// <param name="analysis">The plan.</param>
    public static EquatableArray<Finding> Check(PlanAnalysis analysis)
    {
        var findings = new List<Finding>();
        Check(analysis, findings);
        return findings.ToEquatableArray();
    }

    /// <summary>The same, added to what has been found already.</summary>
    internal static void Check(PlanAnalysis analysis, ICollection<Finding> findings)
    {
        foreach (var rule in Rules)
            rule.Check(analysis, findings);
    }
}
