using PlanDsl.Model;

namespace PlanDsl;

/// <summary>The edges between the steps of a plan, as ranges of an array.</summary>
/// <param name="SuccessorStart">Where the successors of each step start, and where the last one's end.</param>
/// <param name="Successors">The successors of all steps.</param>
/// <param name="PredecessorCounts">How many steps directly precede each step.</param>
internal sealed record PlanEdges(int[] SuccessorStart, int[] Successors, int[] PredecessorCounts)
{
    public static PlanEdges Of(PlanGraph graph)
    {
        var counts = new int[graph.Count];
        for (var step = 0; step < counts.Length; step++)
            counts[step] = graph.PredecessorsOf(step).Length;
        return new([.. graph.SuccessorStart], [.. graph.AllSuccessors], counts);
    }

    public ReadOnlySpan<int> SuccessorsOf(int step) => Successors.AsSpan(SuccessorStart[step]..SuccessorStart[step + 1]);

    public PlanGraph ToGraph() => PlanGraph.FromEdges(PredecessorCounts.Length, All());

    private IEnumerable<(int From, int To)> All()
    {
        for (var step = 0; step < PredecessorCounts.Length; step++)
        {
            for (var i = SuccessorStart[step]; i < SuccessorStart[step + 1]; i++)
                yield return (step, Successors[i]);
        }
    }
}
