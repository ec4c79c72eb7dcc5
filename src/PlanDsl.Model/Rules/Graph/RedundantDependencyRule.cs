namespace PlanDsl.Model;

/// <summary>PLAN0104: an explicit a → c beside explicit a → b and b → c says nothing new. Edges of bindings are left alone:
/// they carry values. Nothing is redundant on a cycle until it is broken, nor by a name that two steps claim.</summary>
internal sealed class RedundantDependencyRule : IPlanRule
{
    public void Check(PlanAnalysis plan, ICollection<Finding> findings)
    {
        if (ExplicitEdges(plan) is not { } explicitEdges)
            return;
        foreach (var (from, via, to) in RedundantEdges.Of(PlanGraph.FromEdges(plan.Model.Steps.Count, explicitEdges)))
        {
            if (IsInTrouble(plan, from) || IsInTrouble(plan, via) || IsInTrouble(plan, to))
                continue;
            var steps = plan.Model.Steps;
            findings.Add(new(RuleIds.RedundantDependency, EdgeAnchors.DependsOn(plan, from, to), [steps[to].Id, steps[from].Id, steps[via].Id]));
        }
    }

    private static bool IsInTrouble(PlanAnalysis plan, int step) =>
        plan.Components.IsOnCycle(step) || plan.Bindings.IsContested(step);

    // Nothing where no step has two dependencies, as in most plans: without two there is no triangle. Members of a group may
    // have two together.
    private static List<(int From, int To)>? ExplicitEdges(PlanAnalysis plan)
    {
        var edges = new List<(int From, int To)>();
        var pairs = false;
        foreach (var step in plan.StepsWith(StepAspects.Dependencies))
        {
            var dependencies = plan.Bindings.DependenciesOf(step);
            pairs |= dependencies.Length > 1 || plan.Bindings.GroupOf(step) >= 0;
            foreach (var dependency in dependencies)
            {
                if (dependency >= 0)
                    edges.Add((plan.Bindings.NodeOf(dependency), plan.Bindings.NodeOf(step)));
            }
        }

        return pairs ? edges : null;
    }
}
