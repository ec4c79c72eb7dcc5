namespace PlanDsl.Model;

/// <summary>PLAN0002: a plan has at least one step, and so has each of its groups.</summary>
internal sealed class NoStepsRule : IPlanRule
{
    public void Check(PlanAnalysis plan, ICollection<Finding> findings)
    {
        if (plan.Model.Steps.IsEmpty)
            findings.Add(new(RuleIds.NoSteps, Anchor.Plan, [$"Plan '{plan.Model.Id}'", plan.Words.DeclareStep]));

        foreach (var step in plan.StepsWith(StepAspects.Group))
        {
            var declared = plan.Model.Steps[step];
            if (declared.Parallel is not null && plan.Bindings.MembersOf(step).IsEmpty && !plan.Bindings.IsContested(step)
                && NameRules.FaultOfStepId(declared.Id) is null && !IsMeant(plan, declared.Id))
                findings.Add(new(RuleIds.NoSteps, Anchor.Step(step), [$"Group '{declared.Id}'", $"{plan.Words.DeclareMember}, or remove it"]));
        }
    }

    // Whoever means it by another name is told so where that happens.
    private static bool IsMeant(PlanAnalysis plan, string group)
    {
        for (var step = 0; step < plan.Model.Steps.Count; step++)
        {
            if (plan.Model.Steps[step].Group is { } written && plan.Bindings.GroupOf(step) < 0 && plan.GroupInsteadOf(written) == group)
                return true;
        }

        return false;
    }
}
