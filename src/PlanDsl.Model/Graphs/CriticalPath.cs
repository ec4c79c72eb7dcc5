using System.Collections.Immutable;

namespace PlanDsl.Model;

/// <summary>The chain of steps that decides how long a run takes when nothing else bounds it.</summary>
/// <param name="Length">The sum of the weights along the path.</param>
/// <param name="Steps">The steps of the path, from the first to the last.</param>
public sealed record CriticalPath(long Length, EquatableArray<int> Steps)
{
    /// <summary>The heaviest path of <paramref name="graph"/>, in linear time. Of equally heavy ones, that which ends in the
    /// earliest declared step, and so backwards.</summary>
    /// <param name="graph">A graph without cycles.</param>
    /// <param name="weights">The weight of each step, 0 or more, in any unit: the ticks it took, for example.</param>
    /// <exception cref="ArgumentException"><paramref name="graph"/> has a cycle, or <paramref name="weights"/> is not one
    /// weight of 0 or more for each step.</exception>
    /// <exception cref="OverflowException">The weights of a path add up to more than a <see cref="long"/> holds.</exception>
    public static CriticalPath Of(PlanGraph graph, ReadOnlySpan<long> weights)
    {
        if (weights.Length != graph.Count)
            throw new ArgumentException($"There are {weights.Length} weights for {graph.Count} steps.", nameof(weights));
        var levels = TopologicalLevels.Of(graph);
        if (!levels.IsAcyclic)
            throw new ArgumentException("A graph with a cycle has no critical path.", nameof(graph));

        var length = new long[graph.Count];
        var cameFrom = new int[graph.Count];
        var end = -1;
        foreach (var step in levels.Order)
        {
            if (weights[step] < 0)
                throw new ArgumentException($"The weight of step {step} is {weights[step]}.", nameof(weights));
            cameFrom[step] = -1;
            foreach (var predecessor in graph.PredecessorsOf(step))
            {
                if (cameFrom[step] < 0 || length[predecessor] > length[cameFrom[step]])
                    cameFrom[step] = predecessor;
            }

            length[step] = checked(weights[step] + (cameFrom[step] < 0 ? 0 : length[cameFrom[step]]));
            if (end < 0 || length[step] > length[end] || (length[step] == length[end] && step < end))
                end = step;
        }

        var path = ImmutableArray.CreateBuilder<int>();
        for (var step = end; step >= 0; step = cameFrom[step])
            path.Add(step);
        path.Reverse();
        return new(end < 0 ? 0 : length[end], path.ToImmutable());
    }
}
