using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;

namespace PlanDsl.Model.Tests;

public class ShortCyclesTests
{
    [Fact]
    public void Each_cyclic_component_has_a_cycle_and_none_is_shorter() =>
        Prop.ForAll<int>(seed =>
        {
            var given = RandomGraph.Any(seed);
            var graph = given.Graph();
            var components = StronglyConnectedComponents.Of(graph);
            var naive = new NaiveGraph(given.Count, given.Edges);
            var cycles = ShortCycles.Of(graph, components);

            Assert.Equal(components.Cyclic.Length, cycles.Length);
            foreach (var (cycle, component) in cycles.Zip(components.Cyclic))
            {
                AssertIsCycle(graph, cycle);
                Assert.Equal(component.Min(naive.CycleThrough), cycle.Length);
                Assert.Equal(components.ComponentOf(component[0]), components.ComponentOf(cycle[0]));
            }
        }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Large_components_have_a_cycle_too_and_always_the_same(int seed)
    {
        var random = new Random(seed);
        var graph = PlanGraph.FromEdges(100_000, Enumerable.Range(0, 300_000).Select(_ => (random.Next(100_000), random.Next(100_000))).ToArray());
        var cycles = Find(graph);

        Assert.NotEmpty(cycles);
        Assert.All(cycles, cycle => AssertIsCycle(graph, cycle));
        Assert.Equal(cycles.SelectMany(cycle => cycle), Find(graph).SelectMany(cycle => cycle));
    }

    [Fact]
    public void A_ring_is_its_own_cycle() =>
        Assert.Equal(Enumerable.Range(0, 100_000), Assert.Single(Find(RandomGraph.Ring(100_000))));

    [Fact]
    public void Many_components_are_searched_in_linear_time()
    {
        var graph = PlanGraph.FromEdges(100_000, Enumerable.Range(0, 50_000).SelectMany(pair => new[] { (2 * pair, (2 * pair) + 1), ((2 * pair) + 1, 2 * pair) }));

        var cycles = Find(graph);

        Assert.Equal(50_000, cycles.Length);
        Assert.Equal([99_998, 99_999], cycles[^1].ToArray());
    }

    private static ImmutableArray<ImmutableArray<int>> Find(PlanGraph graph) => ShortCycles.Of(graph, StronglyConnectedComponents.Of(graph));

    private static void AssertIsCycle(PlanGraph graph, ImmutableArray<int> cycle)
    {
        Assert.Equal(cycle.Length, cycle.Distinct().Count());
        Assert.Equal(cycle.Min(), cycle[0]);
        for (var i = 0; i < cycle.Length; i++)
            Assert.True(graph.SuccessorsOf(cycle[i]).Contains(cycle[(i + 1) % cycle.Length]));
    }
}
