namespace PlanDsl.Model;

/// <summary>Which steps come after others, or before them, however far.</summary>
public static class Reachability
{
    /// <summary>The steps that come after any of <paramref name="steps"/>. One of these is itself among them only if it comes
    /// after one of them. Linear time.</summary>
    public static StepSet DependentsOf(PlanGraph graph, IEnumerable<int> steps) => Follow(graph, steps, forward: true, static _ => true);

    /// <summary>The same, as far as a way leads through steps that are <paramref name="passable"/>; only these are among them.</summary>
    public static StepSet DependentsOf(PlanGraph graph, IEnumerable<int> steps, Func<int, bool> passable) => Follow(graph, steps, forward: true, passable);

    /// <summary>The steps that any of <paramref name="steps"/> comes after. One of these is itself among them only if one of
    /// them comes after it. Linear time.</summary>
    public static StepSet DependenciesOf(PlanGraph graph, IEnumerable<int> steps) => Follow(graph, steps, forward: false, static _ => true);

    private static StepSet Follow(PlanGraph graph, IEnumerable<int> steps, bool forward, Func<int, bool> passable)
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
                if (passable(next) && reached.Add(next))
                    open.Push(next);
            }
        }
    }
}
