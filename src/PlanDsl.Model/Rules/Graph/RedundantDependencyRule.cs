namespace PlanDsl.Model;

/// <summary>PLAN0104: an explicit a → c beside explicit a → b and b → c says nothing new. Edges of bindings are left alone:
/// they carry values. Nothing is redundant on a cycle until it is broken, nor by a name that two steps claim.</summary>
internal sealed class RedundantDependencyRule : IPlanRule
{
    public void Check(PlanAnalysis plan, ICollection<Finding> findings)
    {
        if (!HasPairs(plan))
            return;
        var places = new ExplicitEdges(plan);
        foreach (var (from, via, to) in RedundantEdges.Of(ExplicitGraph(plan)))
        {
            if (IsInTrouble(plan, from) || IsInTrouble(plan, via) || IsInTrouble(plan, to))
                continue;
            var steps = plan.Model.Steps;
            findings.Add(new(RuleIds.RedundantDependency, places.Find(from, to), [steps[to].Id, steps[from].Id, steps[via].Id]));
        }
    }

    private static bool IsInTrouble(PlanAnalysis plan, int step) =>
        plan.Components.IsOnCycle(step) || plan.Bindings.IsContested(step);

    // Nothing where no step has two dependencies, as in most plans: without two there is no triangle. Members of a group may
    // have two together.
    private static bool HasPairs(PlanAnalysis plan)
    {
        foreach (var step in plan.StepsWith(StepAspects.Dependencies))
        {
            if (plan.Bindings.DependenciesOf(step).Length > 1 || plan.Bindings.GroupOf(step) >= 0)
                return true;
        }

        return false;
    }

    // Where nothing is bound and nothing is implied, the plan has no other edges.
    private static PlanGraph ExplicitGraph(PlanAnalysis plan)
    {
        if (!plan.HasAny(StepAspects.Binds | StepAspects.Implied))
            return plan.Graph;
        var edges = new List<(int From, int To)>();
        foreach (var step in plan.StepsWith(StepAspects.Dependencies))
        {
            foreach (var dependency in plan.Bindings.DependenciesOf(step))
            {
                if (dependency >= 0)
                    edges.Add((plan.Bindings.NodeOf(dependency), plan.Bindings.NodeOf(step)));
            }
        }

        return PlanGraph.FromEdges(plan.Model.Steps.Count, edges);
    }
}
