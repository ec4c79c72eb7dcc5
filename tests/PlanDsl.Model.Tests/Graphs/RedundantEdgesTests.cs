using FsCheck;
using FsCheck.Fluent;

namespace PlanDsl.Model.Tests;

public class RedundantEdgesTests
{
    [Fact]
    public void An_edge_is_redundant_beside_a_detour_over_one_step() =>
        Prop.ForAll<int>(seed =>
        {
            var given = RandomGraph.Acyclic(seed);
            var naive = new NaiveGraph(given.Count, given.Edges);
            var expected =
                from to in naive.Steps
                from @from in naive.Steps
                where naive.HasEdge(@from, to)
                let via = naive.Steps.Where(via => naive.HasEdge(@from, via) && naive.HasEdge(via, to)).ToArray()
                where via.Length > 0
                select (@from, via[0], to);
            Assert.Equal(expected, RedundantEdges.Of(given.Graph()));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Large_and_lopsided_graphs_are_searched()
    {
        const int Wide = 50_000;
        // Everything runs into one hub, the hub into everything else, and the last step comes after all of it.
        var edges = Enumerable.Range(1, Wide).Select(from => (from, 0))
            .Concat(Enumerable.Range(Wide + 1, Wide).Select(to => (0, to)))
            .Concat(Enumerable.Range(0, (2 * Wide) + 1).Select(from => (from, (2 * Wide) + 1)));

        var redundant = RedundantEdges.Of(PlanGraph.FromEdges((2 * Wide) + 2, edges)).ToArray();

        Assert.Equal(Wide + 1, redundant.Length);
        Assert.Equal((0, Wide + 1, (2 * Wide) + 1), redundant[0]);
        Assert.Equal((1, 0, (2 * Wide) + 1), redundant[1]);
    }
}
