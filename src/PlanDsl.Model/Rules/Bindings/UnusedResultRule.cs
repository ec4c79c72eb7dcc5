namespace PlanDsl.Model;

/// <summary>PLAN0205: of the steps that come after a step, one binds its result. A step that nothing comes after is silent, its
/// result is the plan's. So is everything while references are unresolved or contested: nobody knows yet who uses what.</summary>
internal sealed class UnusedResultRule : IPlanRule
{
    public void Check(PlanAnalysis plan, ICollection<Finding> findings)
    {
        var used = new StepSet(plan.Model.Steps.Count);
        for (var step = 0; step < plan.Model.Steps.Count; step++)
        {
            foreach (var binding in plan.Bindings.BindingsOf(step))
            {
                if (binding.Producer >= 0 && !binding.IsOwnResult)
                    used.Add(binding.Producer);
                else if (binding.Producer < 0 && binding.Parameter.Kind is ParameterKind.Result)
                    return;
            }
        }

        for (var step = 0; step < plan.Model.Steps.Count; step++)
        {
            if (used.Contains(step) || plan.Graph.SuccessorsOf(step).IsEmpty || plan.Bindings.IsContested(step) || plan.Components.IsOnCycle(step))
                continue;
            var declared = plan.Model.Steps[step];
            if (declared.ResultType is not null)
                findings.Add(new(RuleIds.UnusedResult, Anchor.Step(step), [declared.Id, declared.ResultKey]));
        }
    }
}
