using System.Globalization;

namespace PlanDsl.Model;

/// <summary>PLAN0310: a loop is bounded, and runs at least once.</summary>
internal sealed class InvalidLoopRule : IPlanRule
{
    public void Check(PlanAnalysis plan, ICollection<Finding> findings)
    {
        foreach (var step in plan.StepsWith(StepAspects.Loop))
        {
            var declared = plan.Model.Steps[step];
            if (declared.RepeatUntil is null)
                continue;
            if (declared.MaxIterations is not { } most)
                findings.Add(new(RuleIds.InvalidLoop, Anchor.Step(step).At(PropertyNames.RepeatUntil), [plan.Words[PropertyNames.MaxIterations], declared.Id, "is missing, and a loop has to end; say how often the step may run at most"]));
            else if (most < 1)
                findings.Add(new(RuleIds.InvalidLoop, Anchor.Step(step).At(PropertyNames.MaxIterations), [plan.Words[PropertyNames.MaxIterations], declared.Id, $"is {most.ToString(CultureInfo.InvariantCulture)}, so it would never run; write 1 or more"]));
        }
    }
}
