using FsCheck;
using FsCheck.Fluent;

namespace PlanDsl.Model.Tests;

public class StronglyConnectedComponentsTests
{
    [Fact]
    public void Two_steps_share_a_component_if_each_comes_after_the_other() =>
        Prop.ForAll<int>(seed =>
        {
            var given = RandomGraph.Any(seed);
            var components = StronglyConnectedComponents.Of(given.Graph());
            var naive = new NaiveGraph(given.Count, given.Edges);
            foreach (var one in naive.Steps)
            {
                Assert.Equal(naive.Reaches(one, one), components.IsOnCycle(one));
                foreach (var other in naive.Steps)
                {
                    Assert.Equal(naive.AreOnOneCycle(one, other), components.ComponentOf(one) == components.ComponentOf(other));
                    if (naive.HasEdge(one, other))
                        Assert.True(components.ComponentOf(one) >= components.ComponentOf(other));
                }
            }

            Assert.Equal(naive.Steps.Where(components.IsOnCycle), components.Cyclic.SelectMany(steps => steps).Order());
            Assert.Equal(components.Cyclic.Select(steps => steps[0]).Order(), components.Cyclic.Select(steps => steps[0]));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void An_acyclic_graph_has_a_component_for_each_step()
    {
        var graph = RandomGraph.Acyclic(7, 100_000).Graph();
        var components = StronglyConnectedComponents.Of(graph);

        Assert.Equal(graph.Count, components.Count);
        Assert.Empty(components.Cyclic);
    }

    [Fact]
    public void A_ring_of_100_000_steps_is_one_component() =>
        Assert.Equal(100_000, Assert.Single(StronglyConnectedComponents.Of(RandomGraph.Ring(100_000)).Cyclic).Length);

    [Fact]
    public void A_chain_of_100_000_steps_does_not_overflow_the_stack() =>
        Assert.Equal(100_000, StronglyConnectedComponents.Of(RandomGraph.Chain(100_000)).Count);
}
