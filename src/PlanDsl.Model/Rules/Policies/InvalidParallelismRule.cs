using System.Globalization;

namespace PlanDsl.Model;

/// <summary>PLAN0305: a bound on what runs at once lets one run.</summary>
internal sealed class InvalidParallelismRule : IPlanRule
{
    public void Check(PlanAnalysis plan, ICollection<Finding> findings)
    {
        Check(plan, plan.Model.MaxParallel, Anchor.Plan, $"plan '{plan.Model.Id}'", "step", findings);
        foreach (var step in plan.StepsWith(StepAspects.Bound))
        {
            var declared = plan.Model.Steps[step];
            if (declared.Parallel is not null)
                Check(plan, declared.MaxParallel, Anchor.Step(step), declared.Name, "member", findings);
            else if (declared.Element is not null)
                Check(plan, declared.MaxParallel, Anchor.Step(step), declared.Name, "element", findings);
        }
    }

    private static void Check(PlanAnalysis plan, int? bound, Anchor owner, string name, string bounded, ICollection<Finding> findings)
    {
        if (bound <= 0)
            findings.Add(new(RuleIds.InvalidParallelism, owner.At(PropertyNames.MaxParallel), [plan.Words[PropertyNames.MaxParallel], name, bound.Value.ToString(CultureInfo.InvariantCulture), bounded]));
    }
}
