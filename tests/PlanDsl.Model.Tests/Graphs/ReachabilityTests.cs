using FsCheck;
using FsCheck.Fluent;

namespace PlanDsl.Model.Tests;

public class ReachabilityTests
{
    [Fact]
    public void Steps_are_reached_by_a_path_of_one_edge_or_more() =>
        Prop.ForAll<int>(seed =>
        {
            var given = RandomGraph.Any(seed);
            var naive = new NaiveGraph(given.Count, given.Edges);
            var random = new Random(seed);
            int[] starts = [random.Next(given.Count), random.Next(given.Count)];

            var after = Reachability.DependentsOf(given.Graph(), starts);
            var before = Reachability.DependenciesOf(given.Graph(), starts);

            Assert.Equal(naive.Steps.Where(step => starts.Any(start => naive.Reaches(start, step))), after);
            Assert.Equal(naive.Steps.Where(step => starts.Any(start => naive.Reaches(step, start))), before);
            Assert.Equal(after.ToArray().Length, after.Count);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_chain_of_100_000_steps_is_followed_to_its_end()
    {
        var after = Reachability.DependentsOf(RandomGraph.Chain(100_000), [0]);

        Assert.Equal(99_999, after.Count);
        Assert.False(after.Contains(0));
        Assert.True(after.Contains(99_999));
        Assert.False(after.Contains(100_000));
        Assert.False(after.Contains(-1));
    }
}
