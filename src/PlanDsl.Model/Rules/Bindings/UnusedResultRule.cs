namespace PlanDsl.Model;

/// <summary>PLAN0205: of the steps that come after a step, one binds its result. A step that nothing comes after is silent, its
/// result is the plan's. So is everything while references are unresolved or contested: nobody knows yet who uses what.</summary>
internal sealed class UnusedResultRule : IPlanRule
{
    public void Check(PlanAnalysis plan, ICollection<Finding> findings)
    {
        var candidates = plan.Words.HasReservedRoots ? StepAspects.Key : StepAspects.Result;
        if (!plan.HasAny(candidates))
            return;
        var used = new StepSet(plan.Model.Steps.Count);
        for (var step = 0; step < plan.Model.Steps.Count; step++)
        {
            if (plan.Has(step, StepAspects.Unresolved | StepAspects.Reflexive))
            {
                if (!AddExactly(plan, step, used))
                    return;
                continue;
            }

            foreach (var producer in plan.Bindings.AllProducersOf(step))
            {
                if (producer >= 0)
                    used.Add(producer);
            }
        }

        foreach (var step in plan.StepsWith(candidates))
        {
            var node = plan.Bindings.NodeOf(step);
            if (IsUsed(plan, used, step) || plan.Graph.SuccessorsOf(node).IsEmpty || plan.Bindings.IsContested(step) || plan.Components.IsOnCycle(node))
                continue;
            var declared = plan.Model.Steps[step];
            if (declared.ResultType is not null && IsMeantToBeUsed(plan, declared))
                findings.Add(new(RuleIds.UnusedResult, KeyAnchors.Of(plan.Model, step), [declared.Id, declared.ResultKey, plan.Words.LeaveOutResult]));
        }
    }

    // Every step of a plan file has a result, and most of them nobody asks for: a key that is written down says that somebody does.
    // In a sequence a step comes after another whether it has to do with it or not.
    private static bool IsMeantToBeUsed(PlanAnalysis plan, StepModel step) =>
        !plan.Words.HasReservedRoots || (step.DeclaredResultKey is not null && plan.Model.Order is PlanOrder.Dag);

    // What a step binds of its own is no use of it. Whether all that it binds is known.
    private static bool AddExactly(PlanAnalysis plan, int step, StepSet used)
    {
        foreach (var binding in plan.Bindings.BindingsOf(step))
        {
            if (binding.Producer >= 0 && !binding.IsOwnResult)
                used.Add(binding.Producer);
            else if (plan.IsUnresolved(binding))
                return false;
        }

        return true;
    }

    // A group's result is made of its members': who binds it uses them all, and who binds one of them has no use for it. Where
    // neither is bound, it is said of the group, if that has a result.
    private static bool IsUsed(PlanAnalysis plan, StepSet used, int step)
    {
        if (used.Contains(step))
            return true;
        foreach (var member in plan.Bindings.MembersOf(step))
        {
            if (used.Contains(member))
                return true;
        }

        return plan.Bindings.GroupOf(step) is >= 0 and var group && plan.Model.Steps[group].ResultType is not null;
    }
}
