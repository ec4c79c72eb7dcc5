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
            var producers = plan.Bindings.ProducersOf(step);
            for (var index = 0; index < producers.Length; index++)
            {
                if (producers[index] >= 0)
                    used.Add(producers[index]);
                else if (plan.Model.Steps[step].Parameters[index].Kind is ParameterKind.Result)
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
