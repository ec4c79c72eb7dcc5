using FsCheck;
using FsCheck.Fluent;

namespace PlanDsl.Model.Tests;

public class CriticalPathTests
{
    [Fact]
    public void No_path_is_heavier() =>
        Prop.ForAll<int>(seed =>
        {
            var given = RandomGraph.Acyclic(seed);
            var graph = given.Graph();
            var random = new Random(seed);
            var weights = Enumerable.Range(0, given.Count).Select(_ => (long)random.Next(5)).ToArray();
            var naive = new NaiveGraph(given.Count, given.Edges);

            var path = CriticalPath.Of(graph, weights);

            Assert.Equal(naive.Steps.Max(step => naive.HeaviestPathTo(step, weights)), path.Length);
            AssertIsPath(graph, weights, path);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void In_a_large_graph_the_path_weighs_what_it_says()
    {
        var graph = RandomGraph.Acyclic(3, 100_000).Graph();
        var weights = Enumerable.Range(0, graph.Count).Select(step => (long)(step % 97)).ToArray();

        AssertIsPath(graph, weights, CriticalPath.Of(graph, weights));
    }

    [Fact]
    public void Of_equal_paths_that_of_the_earliest_steps_is_taken()
    {
        var graph = PlanGraph.FromEdges(4, [(0, 3), (1, 3), (0, 2), (1, 2)]);

        Assert.Equal([0, 2], CriticalPath.Of(graph, [1, 1, 1, 1]).Steps);
    }

    [Fact]
    public void A_chain_of_100_000_steps_is_its_own_path() =>
        Assert.Equal(100_000, CriticalPath.Of(RandomGraph.Chain(100_000), Enumerable.Repeat(1L, 100_000).ToArray()).Length);

    [Fact]
    public void No_steps_make_an_empty_path() => Assert.Equal(new CriticalPath(0, []), CriticalPath.Of(PlanGraph.FromEdges(0, []), []));

    [Fact]
    public void What_has_no_path_is_refused()
    {
        Assert.Throws<ArgumentException>(() => CriticalPath.Of(RandomGraph.Ring(2), [1, 1]));
        Assert.Throws<ArgumentException>(() => CriticalPath.Of(RandomGraph.Chain(2), [1]));
        Assert.Throws<ArgumentException>(() => CriticalPath.Of(RandomGraph.Chain(2), [1, -1]));
        Assert.Throws<OverflowException>(() => CriticalPath.Of(RandomGraph.Chain(2), [long.MaxValue, 1]));
    }

    private static void AssertIsPath(PlanGraph graph, long[] weights, CriticalPath path)
    {
        Assert.Equal(path.Length, path.Steps.Sum(step => weights[step]));
        for (var i = 1; i < path.Steps.Count; i++)
            Assert.True(graph.SuccessorsOf(path.Steps[i - 1]).Contains(path.Steps[i]));
    }
}
