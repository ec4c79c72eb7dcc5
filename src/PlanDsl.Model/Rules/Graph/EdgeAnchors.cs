namespace PlanDsl.Model;

/// <summary>Where an edge stands: at the parameter of its consumer that binds the producer, else at the item of
/// <c>depends_on</c> that names it, else where the plan implies it. The edges of a group stand at its members, or at the group itself.</summary>
internal static class EdgeAnchors
{
    /// <summary>Where the edge stands that the graph has.</summary>
    public static Anchor Of(PlanAnalysis plan, int producer, int consumer)
    {
        foreach (var step in StepsAt(plan, consumer))
        {
            foreach (var binding in plan.Bindings.BindingsOf(step))
            {
                if (binding.Producer >= 0 && plan.Bindings.NodeOf(binding.Producer) == producer && !binding.IsOwnResult)
                    return binding.Anchor;
            }
        }

        foreach (var step in StepsAt(plan, consumer))
        {
            foreach (var edge in plan.Bindings.ImpliedOf(step))
            {
                if (plan.Bindings.NodeOf(edge.Producer) != producer)
                    continue;
                if (IsExplicit(plan, step, producer))
                    break;
                return edge.Anchor;
            }
        }

        return new ExplicitEdges(plan).Find(producer, consumer);
    }

    /// <summary>An item of <c>depends_on</c>.</summary>
    public static Anchor DependsOn(int consumer, int item) => Anchor.Step(consumer).At(PropertyNames.DependsOn, item);

    private static bool IsExplicit(PlanAnalysis plan, int step, int producer)
    {
        foreach (var dependency in plan.Bindings.DependenciesOf(step))
        {
            if (dependency >= 0 && plan.Bindings.NodeOf(dependency) == producer)
                return true;
        }

        return false;
    }

    /// <summary>Those whose references are the edges of one node of the graph.</summary>
    public static IEnumerable<int> StepsAt(PlanAnalysis plan, int node) => [.. plan.Bindings.MembersOf(node), node];
}
