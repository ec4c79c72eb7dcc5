using System.Globalization;

namespace PlanDsl.Model;

/// <summary>PLAN0305: a bound on the steps that run at once lets one run.</summary>
internal sealed class InvalidParallelismRule : IPlanRule
{
    public void Check(PlanAnalysis plan, ICollection<Finding> findings)
    {
        if (plan.Model.MaxParallel is { } bound and <= 0)
        {
            findings.Add(new(
                RuleIds.InvalidParallelism,
                Anchor.Plan.At(PropertyNames.MaxParallel),
                [plan.Model.Id, bound.ToString(CultureInfo.InvariantCulture)]));
        }
    }
}
