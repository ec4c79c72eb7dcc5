using System.Globalization;

namespace PlanDsl.Model;

/// <summary>PLAN0304: a group that asks for a number of successes asks for one that its members can reach.</summary>
internal sealed class ThresholdOutOfRangeRule : IPlanRule
{
    public void Check(PlanAnalysis plan, ICollection<Finding> findings)
    {
        foreach (var step in plan.StepsWith(StepAspects.Group))
        {
            if (plan.Model.Steps[step] is not { Parallel: { EffectiveStrategy: ParallelStrategy.Threshold } parallel } group)
                continue;

            // That a group has no members has been said.
            var members = plan.Bindings.MembersOf(step).Length;
            if (members > 0 && FaultOf(parallel.Threshold, members) is { } fault)
                findings.Add(new(RuleIds.ThresholdOutOfRange, AnchorOf(step, parallel), [plan.Words[PropertyNames.Threshold], group.Id, fault]));
        }
    }

    private static Anchor AnchorOf(int step, ParallelModel parallel) =>
        Anchor.Step(step).At(parallel.Threshold is null ? PropertyNames.Strategy : PropertyNames.Threshold);

    private static string? FaultOf(int? threshold, int members)
    {
        var range = members == 1 ? "1" : $"1 to {Text(members)}";
        return threshold switch
        {
            null => $"is missing; say how many of its members must succeed, {range}",
            < 1 => $"is {Text(threshold.Value)}, so nothing would have to succeed; write {range}",
            _ when threshold > members => $"is {Text(threshold.Value)}, but it has only {Text(members)} member{(members == 1 ? "" : "s")}; write {range}",
            _ => null,
        };
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
