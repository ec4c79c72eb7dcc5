using System.Collections.Immutable;

namespace PlanDsl.Model;

/// <summary>The steps of a plan as a graph: for each step the steps that directly follow and precede it, without
/// duplicates and self-edges, in declaration order. Immutable; two arrays per direction, whatever the size.</summary>
public sealed class PlanGraph
{
    private PlanGraph(ImmutableArray<int> successorStart, ImmutableArray<int> successors, ImmutableArray<int> predecessorStart, ImmutableArray<int> predecessors)
    {
        SuccessorStart = successorStart;
        AllSuccessors = successors;
        PredecessorStart = predecessorStart;
        AllPredecessors = predecessors;
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

    /// <summary>The steps that directly follow <paramref name="step"/>.</summary>
    public ReadOnlySpan<int> SuccessorsOf(int step) =>
        AllSuccessors.AsSpan().Slice(SuccessorStart[step], SuccessorStart[step + 1] - SuccessorStart[step]);

    /// <summary>The steps that directly precede <paramref name="step"/>.</summary>
    public ReadOnlySpan<int> PredecessorsOf(int step) =>
        AllPredecessors.AsSpan().Slice(PredecessorStart[step], PredecessorStart[step + 1] - PredecessorStart[step]);

    /// <summary>The graph of the edges that <paramref name="model"/> declares, by a binding or by a dependency.</summary>
    public static PlanGraph From(PlanModel model) => From(model, new PlanBindings(model));

    /// <summary>The graph of the edges that <paramref name="model"/> declares, its names resolved by <paramref name="bindings"/>.</summary>
    public static PlanGraph From(PlanModel model, PlanBindings bindings)
    {
        var edges = new List<(int From, int To)>();
        for (var step = 0; step < model.Steps.Count; step++)
        {
            var declared = model.Steps[step];
            for (var parameter = 0; parameter < declared.Parameters.Count; parameter++)
                Add(bindings.ProducerOf(step, parameter), step);
            foreach (var id in declared.DependsOn)
                Add(bindings.StepWithId(id), step);
        }

        return FromEdges(model.Steps.Count, edges);

        void Add(int from, int to)
        {
            if (from >= 0)
                edges.Add((from, to));
        }
    }

    /// <summary>A graph of <paramref name="count"/> steps with these edges; duplicates and self-edges are dropped.</summary>
    /// <exception cref="ArgumentOutOfRangeException">An edge names a step outside the graph.</exception>
    public static PlanGraph FromEdges(int count, IEnumerable<(int From, int To)> edges)
    {
        // Two stable counting passes leave every list in declaration order, in linear time.
        var given = edges.Where(static edge => edge.From != edge.To).ToArray();
        foreach (var (from, to) in given)
        {
            if ((uint)from >= (uint)count || (uint)to >= (uint)count)
                throw new ArgumentOutOfRangeException(nameof(edges), $"The edge {from} → {to} leaves a graph of {count} steps.");
        }

        var (start, sources) = Group(count, given, static edge => edge.To, static edge => edge.From);
        var byTarget = Distinct(count, start, sources);
        (start, var targets) = Group(count, byTarget, static edge => edge.From, static edge => edge.To);
        var bySource = Distinct(count, start, targets, transpose: true);
        var (successorStart, successors) = Group(count, bySource, static edge => edge.From, static edge => edge.To);
        var (predecessorStart, predecessors) = Group(count, bySource, static edge => edge.To, static edge => edge.From);
        return new(
            ImmutableArray.Create(successorStart), ImmutableArray.Create(successors),
            ImmutableArray.Create(predecessorStart), ImmutableArray.Create(predecessors));
    }

    private static (int[] Start, int[] Items) Group(int count, (int From, int To)[] edges, Func<(int From, int To), int> key, Func<(int From, int To), int> item)
    {
        var start = new int[count + 1];
        foreach (var edge in edges)
            start[key(edge) + 1]++;
        for (var step = 0; step < count; step++)
            start[step + 1] += start[step];

        var next = (int[])start.Clone();
        var items = new int[edges.Length];
        foreach (var edge in edges)
            items[next[key(edge)]++] = item(edge);
        return (start, items);
    }

    private static (int From, int To)[] Distinct(int count, int[] start, int[] items, bool transpose = false)
    {
        var seen = new int[count];
        var distinct = new List<(int From, int To)>(items.Length);
        for (var step = 0; step < count; step++)
        {
            for (var i = start[step]; i < start[step + 1]; i++)
            {
                if (seen[items[i]] == step + 1)
                    continue;
                seen[items[i]] = step + 1;
                distinct.Add(transpose ? (step, items[i]) : (items[i], step));
            }
        }

        return [.. distinct];
    }
}
