using FsCheck;
using FsCheck.Fluent;

namespace PlanDsl.Model.Tests;

public class PlanGraphTests
{
    [Fact]
    public void Lists_are_ascending_without_duplicates_and_self_edges()
    {
        var graph = PlanGraph.FromEdges(4, [(3, 0), (1, 0), (3, 0), (2, 2), (3, 2), (0, 2)]);

        Assert.Equal([1, 3], graph.PredecessorsOf(0).ToArray());
        Assert.Equal([0, 2], graph.SuccessorsOf(3).ToArray());
        Assert.Equal([0, 3], graph.PredecessorsOf(2).ToArray());
        Assert.Empty(graph.SuccessorsOf(2).ToArray());
        Assert.Equal(4, graph.Count);
    }

    [Fact]
    public void Both_directions_tell_the_given_edges() =>
        Prop.ForAll<int>(seed =>
        {
            var given = RandomGraph.Any(seed);
            var graph = given.Graph();
            var expected = given.Edges.Where(edge => edge.From != edge.To).Distinct().ToArray();
            var forward = Enumerable.Range(0, given.Count).SelectMany(from => graph.SuccessorsOf(from).ToArray().Select(to => (from, to))).ToArray();
            var backward = Enumerable.Range(0, given.Count).SelectMany(to => graph.PredecessorsOf(to).ToArray().Select(from => (from, to))).ToArray();
            Assert.Equal(expected.OrderBy(edge => edge.From).ThenBy(edge => edge.To), forward);
            Assert.Equal(expected.OrderBy(edge => edge.To).ThenBy(edge => edge.From), backward);
        }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData(-1, 0)]
    [InlineData(0, 2)]
    public void An_edge_outside_the_graph_is_refused(int from, int to) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => PlanGraph.FromEdges(2, [(from, to)]));

    [Fact]
    public void A_plan_has_the_edges_of_its_bindings_and_dependencies()
    {
        var graph = PlanGraph.From(A.Plan(
            A.Step("fetch").As("orders"),
            A.Step("migrate").Silent(),
            A.Step("build", A.Result("orders"), A.Input("day"), A.Result("nothing")).After("migrate", "fetch", "nobody")));

        Assert.Equal([0, 1], graph.PredecessorsOf(2).ToArray());
        Assert.Equal([2], graph.SuccessorsOf(0).ToArray());
    }

    [Fact]
    public void There_is_a_graph_without_steps() => Assert.Equal(0, PlanGraph.FromEdges(0, []).Count);
}
