using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace PlanDsl.Model;

/// <summary>The steps of a plan as a graph: for each step the steps that directly follow and precede it, without
/// duplicates and self-edges, in declaration order. A member of a parallel group has no edges: its own belong to the group,
/// and who binds it follows the group. Immutable; two arrays per direction, whatever the size.</summary>
public sealed class PlanGraph
{
    private PlanGraph(Adjacency successors, Adjacency predecessors)
    {
        SuccessorStart = ImmutableCollectionsMarshal.AsImmutableArray(successors.Start);
        AllSuccessors = ImmutableCollectionsMarshal.AsImmutableArray(successors.Items);
        PredecessorStart = ImmutableCollectionsMarshal.AsImmutableArray(predecessors.Start);
        AllPredecessors = ImmutableCollectionsMarshal.AsImmutableArray(predecessors.Items);
    }

    /// <summary>How many steps there are.</summary>
    public int Count => SuccessorStart.Length - 1;

    /// <summary>Where each step's successors start in <see cref="AllSuccessors"/>; one entry more than there are steps.</summary>
    public ImmutableArray<int> SuccessorStart { get; }

    /// <summary>The successors of all steps, one step after the other.</summary>
    public ImmutableArray<int> AllSuccessors { get; }

    /// <summary>Where each step's predecessors start in <see cref="AllPredecessors"/>; one entry more than there are steps.</summary>
    public ImmutableArray<int> PredecessorStart { get; }

    /// <summary>The predecessors of all steps, one step after the other.</summary>
    public ImmutableArray<int> AllPredecessors { get; }

    /// <summary>The steps that directly follow <paramref name="step"/>, ascending.</summary>
    public ReadOnlySpan<int> SuccessorsOf(int step) =>
        AllSuccessors.AsSpan().Slice(SuccessorStart[step], SuccessorStart[step + 1] - SuccessorStart[step]);

    /// <summary>The steps that directly precede <paramref name="step"/>, ascending.</summary>
    public ReadOnlySpan<int> PredecessorsOf(int step) =>
        AllPredecessors.AsSpan().Slice(PredecessorStart[step], PredecessorStart[step + 1] - PredecessorStart[step]);

    /// <summary>The graph of the edges that <paramref name="model"/> declares, by a binding or by a dependency.</summary>
    public static PlanGraph From(PlanModel model) => From(model, new PlanBindings(model));

    /// <summary>The graph of the edges that <paramref name="model"/> declares, its names resolved by <paramref name="bindings"/>.
    /// What does not resolve makes no edge.</summary>
    public static PlanGraph From(PlanModel model, PlanBindings bindings)
    {
        var successors = Adjacency.ByTarget(model.Steps.Count, bindings).Transpose();
        return new(successors, successors.Transpose());
    }

    /// <summary>A graph of <paramref name="count"/> steps with these edges; duplicates and self-edges are dropped. Linear time.</summary>
    /// <exception cref="ArgumentOutOfRangeException">An edge names a step outside the graph.</exception>
    public static PlanGraph FromEdges(int count, IEnumerable<(int From, int To)> edges)
    {
        var given = edges.ToArray();
        foreach (var (from, to) in given)
        {
            if ((uint)from >= (uint)count || (uint)to >= (uint)count)
                throw new ArgumentOutOfRangeException(nameof(edges), $"The edge {from} → {to} leaves a graph of {count} steps.");
        }

        var successors = Adjacency.ByTarget(count, given).Transpose();
        return new(successors, successors.Transpose());
    }
}
