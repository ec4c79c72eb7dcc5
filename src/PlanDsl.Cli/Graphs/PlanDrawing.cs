using System.Collections.Immutable;
using PlanDsl.Model;

namespace PlanDsl.Cli;

/// <summary>A plan as it is drawn: its steps and groups by layers, each layer behind those that it waits for. Immutable.</summary>
internal sealed class PlanDrawing
{
    private readonly TopologicalLevels _levels;

    private PlanDrawing(PlanModel model)
    {
        var bindings = new PlanBindings(model);
        Model = model;
        Graph = WithoutShortcuts(PlanGraph.From(model, bindings));
        _levels = TopologicalLevels.Of(Graph);
        Nodes = Gather(model, bindings);
    }

    /// <summary>The plan.</summary>
    public PlanModel Model { get; }

    /// <summary>Its edges, by the indices of its steps, but for those that the others imply.</summary>
    public PlanGraph Graph { get; }

    /// <summary>The steps that are members of no group, and the groups, in declaration order: a group stands where its first member does.</summary>
    public ImmutableArray<DrawnStep> Nodes { get; }

    /// <summary>How many layers there are.</summary>
    public int LayerCount => _levels.Count;

    /// <summary>How the plan is called: its title, else its id.</summary>
    public string Title => Model.Caption?.Title ?? Model.Id;

    /// <summary>Such as <c>11 steps in 9 layers, at most 4 at once</c>.</summary>
    public string Summary
    {
        get
        {
            var steps = Nodes.Sum(static node => Math.Max(1, node.Members.Length));
            var bound = Model.MaxParallel is { } most && most < steps ? $", at most {most} at once" : "";
            return $"{Counts.Of(steps, "step")} in {Counts.Of(LayerCount, "layer")}{bound}";
        }
    }

    /// <summary>Draws <paramref name="model"/>, which has no cycle.</summary>
    public static PlanDrawing Of(PlanModel model) => new(model);

    /// <summary>The layer of a step or group, from 0.</summary>
    public int LayerOf(int step) => _levels.LevelOf(step);

    // An edge a → c beside a → b and b → c says nothing about the order, and would be one more line across the picture.
    private static PlanGraph WithoutShortcuts(PlanGraph graph)
    {
        var shortcuts = RedundantEdges.Of(graph).Select(static edge => (edge.From, edge.To)).ToHashSet();
        return shortcuts.Count == 0 ? graph : PlanGraph.FromEdges(graph.Count, Edges(graph).Where(edge => !shortcuts.Contains(edge)));
    }

    private static IEnumerable<(int From, int To)> Edges(PlanGraph graph)
    {
        for (var step = 0; step < graph.Count; step++)
        {
            for (var i = graph.SuccessorStart[step]; i < graph.SuccessorStart[step + 1]; i++)
                yield return (step, graph.AllSuccessors[i]);
        }
    }

    private static ImmutableArray<DrawnStep> Gather(PlanModel model, PlanBindings bindings)
    {
        var members = new List<int>?[model.Steps.Count];
        var order = new List<int>(model.Steps.Count);
        for (var step = 0; step < members.Length; step++)
        {
            var node = bindings.NodeOf(step);
            if (node != step)
            {
                if (members[node] is null)
                    order.Add(node);
                (members[node] ??= []).Add(step);
            }
            else if (members[step] is null)
            {
                order.Add(step);
            }
        }

        return [.. order.Select(step => new DrawnStep(step, members[step]?.ToImmutableArray() ?? []))];
    }
}
