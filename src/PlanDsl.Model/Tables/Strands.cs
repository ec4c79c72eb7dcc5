namespace PlanDsl.Model;

/// <summary>The strands of a plan: steps that follow each other whatever else the plan does, so that they can be scheduled as one.
/// Those of a plan in which one step runs at a time, or none ever waits, are its whole order, in which one thread can run it; those of
/// another are its chains, in which each step has no successor but the next, and that no other predecessor. There are none
/// where a step asks for more than to be called.</summary>
public static class Strands
{
    // A method that runs more of them is one that takes the compiler long.
    private const int MostSteps = 64;

    /// <summary>The steps of each strand, in order.</summary>
    /// <param name="plan">A sound plan.</param>
    /// <param name="graph">Its edges.</param>
    public static IReadOnlyList<int[]> Of(PlanModel plan, PlanGraph graph)
    {
        if (plan.Timeout is not null || plan.Steps.Any(step => step.IsGovernedIn(plan)))
            return [];
        return AreWholeOrder(plan) && plan.Steps.Count > 1
            ? [.. Split(new OneByOne(graph).Order)]
            : [.. Chains(graph).SelectMany(Split).Where(static strand => strand.Length > 1)];
    }

    /// <summary>Whether the strands of a plan, where it has some, are its whole order.</summary>
    /// <param name="plan">A sound plan.</param>
    public static bool AreWholeOrder(PlanModel plan) => AreWholeOrder(plan.MaxParallel ?? 0, plan.Steps.Any(static step => step.IsAsync));

    /// <summary>Whether the strands of such a plan, where it has some, are its whole order.</summary>
    /// <param name="maxParallel">How many of its steps may run at once; 0 for no bound.</param>
    /// <param name="mayWait">Whether the body of some step may wait.</param>
    public static bool AreWholeOrder(int maxParallel, bool mayWait) => maxParallel == 1 || !mayWait;

    // Those of more than one step.
    private static IEnumerable<List<int>> Chains(PlanGraph graph)
    {
        for (var first = 0; first < graph.Count; first++)
        {
            if (NextOf(graph, first) is null || (graph.PredecessorsOf(first).Length == 1 && NextOf(graph, graph.PredecessorsOf(first)[0]) is not null))
                continue;
            var chain = new List<int> { first };
            while (NextOf(graph, chain[chain.Count - 1]) is { } next)
                chain.Add(next);
            yield return chain;
        }
    }

    // The one step that comes after this one, and after no other.
    private static int? NextOf(PlanGraph graph, int step)
    {
        var successors = graph.SuccessorsOf(step);
        return successors.Length == 1 && graph.PredecessorsOf(successors[0]).Length == 1 ? successors[0] : null;
    }

    private static IEnumerable<int[]> Split(List<int> steps)
    {
        for (var start = 0; start < steps.Count; start += MostSteps)
            yield return [.. steps.GetRange(start, Math.Min(MostSteps, steps.Count - start))];
    }
}
