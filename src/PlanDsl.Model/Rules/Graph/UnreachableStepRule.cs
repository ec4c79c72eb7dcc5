namespace PlanDsl.Model;

/// <summary>PLAN0105: in a sequential plan some way leads to each step: on from one that succeeds, or by the failure of one.</summary>
internal sealed class UnreachableStepRule : IPlanRule
{
    public void Check(PlanAnalysis plan, ICollection<Finding> findings)
    {
        if (plan.Bindings.Ways is not { } ways || !plan.Components.Cyclic.IsEmpty)
            return;
        for (var step = 0; step < plan.Model.Steps.Count; step++)
        {
            if (ways.LeadTo(step) || plan.Model.Steps[step] is not { Flow: not null } declared || plan.Bindings.IsContested(step))
                continue;
            findings.Add(new(RuleIds.UnreachableStep, Anchor.Step(step),
                [declared.Id, "the steps before it lead past it", "name it in a default_next_step or in failure_branch_ids, or remove it"]));
        }
    }
}
