using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace PlanDsl.Model;

/// <summary>The steps in an order in which they can run, in levels: a step's level is the length of the longest chain of
/// steps before it, so steps of one level do not wait for each other. Immutable.</summary>
public sealed class TopologicalLevels
{
    private readonly int[] _level;

    private TopologicalLevels(int[] level, int count, ImmutableArray<int> order)
    {
        _level = level;
        Count = count;
        Order = order;
    }

    /// <summary>How many levels there are: the number of steps in the longest chain.</summary>
    public int Count { get; }

    /// <summary>The steps such that each comes after its predecessors, level by level. Steps that are on a cycle or come after
    /// one are missing.</summary>
    public ImmutableArray<int> Order { get; }

    /// <summary>Whether there is no cycle, so that every step has a level.</summary>
    public bool IsAcyclic => Order.Length == _level.Length;

    /// <summary>The level of <paramref name="step"/>, from 0; -1 if it is on a cycle or comes after one.</summary>
    public int LevelOf(int step) => _level[step];

    /// <summary>The levels of <paramref name="graph"/>, in linear time.</summary>
    public static TopologicalLevels Of(PlanGraph graph)
    {
        var waiting = new int[graph.Count];
        var level = new int[graph.Count];
        var order = new int[graph.Count];
        var known = 0;
        for (var step = 0; step < graph.Count; step++)
        {
            level[step] = -1;
            waiting[step] = graph.PredecessorsOf(step).Length;
            if (waiting[step] == 0)
                order[known++] = step;
        }

        // The order is its own queue; it is taken level by level, so what a level frees is the next one.
        var levels = 0;
        for (var taken = 0; taken < known; levels++)
        {
            for (var end = known; taken < end; taken++)
            {
                level[order[taken]] = levels;
                foreach (var successor in graph.SuccessorsOf(order[taken]))
                {
                    if (--waiting[successor] == 0)
                        order[known++] = successor;
                }
            }
        }

        Array.Resize(ref order, known);
        return new(level, levels, ImmutableCollectionsMarshal.AsImmutableArray(order));
    }
}
