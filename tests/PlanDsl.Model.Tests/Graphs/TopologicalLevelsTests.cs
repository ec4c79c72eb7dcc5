using FsCheck;
using FsCheck.Fluent;

namespace PlanDsl.Model.Tests;

public class TopologicalLevelsTests
{
    [Fact]
    public void A_level_is_one_more_than_the_highest_before_it_and_cycles_have_none() =>
        Prop.ForAll<int>(seed =>
        {
            var given = RandomGraph.Any(seed);
            var levels = TopologicalLevels.Of(given.Graph());
            var naive = new NaiveGraph(given.Count, given.Edges);
            Assert.Equal(naive.IsAcyclic, levels.IsAcyclic);
            foreach (var step in naive.Steps)
            {
                var before = naive.Steps.Where(from => naive.HasEdge(from, step)).Select(levels.LevelOf).ToArray();
                var isBehindCycle = naive.Steps.Any(other => naive.Reaches(other, other) && (other == step || naive.Reaches(other, step)));
                Assert.Equal(isBehindCycle ? -1 : before.DefaultIfEmpty(-1).Max() + 1, levels.LevelOf(step));
            }

            Assert.Equal(naive.Steps.Select(levels.LevelOf).Max() + 1, levels.Count);
        }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void In_a_large_graph_each_step_comes_after_its_predecessors(int seed)
    {
        var graph = RandomGraph.Acyclic(seed, 100_000).Graph();
        var levels = TopologicalLevels.Of(graph);

        Assert.True(levels.IsAcyclic);
        Assert.Equal(Enumerable.Range(0, graph.Count), levels.Order.Order());
        for (var step = 0; step < graph.Count; step++)
        {
            foreach (var before in graph.PredecessorsOf(step))
                Assert.True(levels.LevelOf(before) < levels.LevelOf(step));
        }

        Assert.Equal(levels.Order.Select(levels.LevelOf).Order(), levels.Order.Select(levels.LevelOf));
    }

    [Fact]
    public void A_chain_of_100_000_steps_has_as_many_levels() =>
        Assert.Equal(100_000, TopologicalLevels.Of(RandomGraph.Chain(100_000)).Count);

    [Fact]
    public void An_empty_graph_has_no_levels_and_is_acyclic()
    {
        var levels = TopologicalLevels.Of(PlanGraph.FromEdges(0, []));

        Assert.True(levels.IsAcyclic);
        Assert.Equal(0, levels.Count);
    }
}
