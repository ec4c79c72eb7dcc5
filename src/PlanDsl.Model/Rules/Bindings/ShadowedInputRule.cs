namespace PlanDsl.Model;

/// <summary>PLAN0206: a result_key is not also the name of an input.</summary>
internal sealed class ShadowedInputRule : IPlanRule
{
    public void Check(PlanAnalysis plan, ICollection<Finding> findings)
    {
        if (plan.Model.Inputs.IsEmpty)
            return;
        var inputs = new HashSet<string>(StringComparer.Ordinal);
        foreach (var input in plan.Model.Inputs)
            inputs.Add(input.Name);

        for (var step = 0; step < plan.Model.Steps.Count; step++)
        {
            var declared = plan.Model.Steps[step];
            if (declared.ResultType is not null && inputs.Contains(declared.ResultKey))
                findings.Add(new(RuleIds.ShadowedInput, KeyAnchors.Of(plan.Model, step), [declared.Id, declared.ResultKey]));
        }
    }
}
