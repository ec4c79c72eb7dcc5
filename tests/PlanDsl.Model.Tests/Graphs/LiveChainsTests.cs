namespace PlanDsl.Model.Tests;

public class LiveChainsTests
{
    [Fact]
    public void What_a_reader_waits_for_the_head_of_its_chain_waits_for()
    {
        // 0 → 1 → 2 is the chain; 3 precedes 1, and 4 precedes 2; 5 comes after 2.
        var declared = PlanGraph.FromEdges(6, [(0, 1), (1, 2), (3, 1), (4, 2), (2, 5)]);
        var starts = new LiveChains([-1, 0, 1, -1, -1, -1]).StartsOf(declared);

        Assert.Equal((int[])[3, 4], starts.PredecessorsOf(0).ToArray());
        Assert.Equal((int[])[0], starts.PredecessorsOf(1).ToArray());
        Assert.Equal((int[])[1], starts.PredecessorsOf(2).ToArray());
        Assert.Equal((int[])[2], starts.PredecessorsOf(5).ToArray());
    }

    [Fact]
    public void A_chain_has_a_head_and_each_of_it_a_producer_and_a_reader()
    {
        var chains = new LiveChains([1, 2, -1, -1]);

        Assert.Equal([2, 2, 2, 3], Enumerable.Range(0, 4).Select(chains.HeadOf));
        Assert.Equal([1, 2, -1, -1], Enumerable.Range(0, 4).Select(chains.ProducerOf));
        Assert.Equal([-1, 0, 1, -1], Enumerable.Range(0, 4).Select(chains.ReaderOf));
    }

    [Fact]
    public void A_circle_of_streams_has_some_head()
    {
        var chains = new LiveChains([1, 0]);

        Assert.InRange(chains.HeadOf(0), 0, 1);
        Assert.Equal(2, chains.StartsOf(PlanGraph.FromEdges(2, [(0, 1), (1, 0)])).Count);
    }
}
