namespace PlanDsl.Model;

/// <summary>Which steps come after others, or before them, however far.</summary>
public static class Reachability
{
    /// <summary>The steps that come after any of <paramref name="steps"/>. One of these is itself among them only if it comes
    /// after one of them. Linear time.</summary>
    public static StepSet DependentsOf(PlanGraph graph, IEnumerable<int> steps) => Follow(graph, steps, forward: true);

    /// <summary>The steps that any of <paramref name="steps"/> comes after. One of these is itself among them only if one of
    /// them comes after it. Linear time.</summary>
    public static StepSet DependenciesOf(PlanGraph graph, IEnumerable<int> steps) => Follow(graph, steps, forward: false);

    private static StepSet Follow(PlanGraph graph, IEnumerable<int> steps, bool forward)
    {
        var reached = new StepSet(graph.Count);
        var open = new Stack<int>();
        foreach (var step in steps)
            Expand(step);
        while (open.Count > 0)
            Expand(open.Pop());
        return reached;

        void Expand(int step)
        {
            foreach (var next in forward ? graph.SuccessorsOf(step) : graph.PredecessorsOf(step))
            {
                if (reached.Add(next))
                    open.Push(next);
            }
        }
    }
}
