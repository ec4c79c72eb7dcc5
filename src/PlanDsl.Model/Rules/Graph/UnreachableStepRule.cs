namespace PlanDsl.Model;

/// <summary>PLAN0105: in a sequential plan some way leads to each step: on from one that succeeds, or by the failure of one.</summary>
internal sealed class UnreachableStepRule : IPlanRule
{
    public void Check(PlanAnalysis plan, ICollection<Finding> findings)
    {
        if (plan.Model.Order is not PlanOrder.Sequential || !plan.Components.Cyclic.IsEmpty)
            return;
        var reached = Reached(plan.Model);
        for (var step = 0; step < plan.Model.Steps.Count; step++)
        {
            if (reached.Contains(step) || plan.Model.Steps[step] is not { Flow: not null } declared || plan.Bindings.IsContested(step))
                continue;
            findings.Add(new(RuleIds.UnreachableStep, Anchor.Step(step),
                [declared.Id, "the steps before it lead past it", "name it in a default_next_step or in failure_branch_ids, or remove it"]));
        }
    }

    // The ways are walked from the first step of the main line. The way on from a branch depends on whose failure it is of.
    private static StepSet Reached(PlanModel plan)
    {
        var reached = new StepSet(plan.Steps.Count);
        var rest = new Stack<int>();
        var first = FirstOf(plan);
        if (first >= 0)
            Go(first);
        while (rest.Count > 0)
        {
            var flow = plan.Steps[rest.Pop()].Flow!;
            if (!flow.IsOffMainLine)
                Go(flow.DefaultNext ?? flow.NextOnMainLine);
            foreach (var step in flow.FailureBranch)
                Go(step);
            if (!flow.FailureBranch.IsEmpty)
                Go(plan.Steps[flow.FailureBranch[flow.FailureBranch.Count - 1]].Flow?.DefaultNext ?? flow.NextOnMainLine);
        }

        return reached;

        void Go(int? step)
        {
            if (step is not { } next || plan.Steps[next].Flow is null || reached.Contains(next))
                return;
            reached.Add(next);
            rest.Push(next);
        }
    }

    // The step of the main line that is on no other's way: the first that has no implied edge.
    private static int FirstOf(PlanModel plan)
    {
        for (var step = 0; step < plan.Steps.Count; step++)
        {
            if (plan.Steps[step] is { Flow.IsOffMainLine: false, Implied.IsEmpty: true })
                return step;
        }

        return -1;
    }
}
