namespace PlanDsl.Model.Tests;

public class ThresholdOutOfRangeTests
{
    [Theory]
    [InlineData(0, "is 0, so nothing would have to succeed; write 1 to 2")]
    [InlineData(-1, "is -1, so nothing would have to succeed; write 1 to 2")]
    [InlineData(3, "is 3, but it has only 2 members; write 1 to 2")]
    public void A_number_that_the_members_cannot_reach_is_found(int threshold, string fault) =>
        Assert.Equal([$"PLAN0304 at step 2.threshold: threshold of group 'g' {fault}"], Judged(threshold));

    [Fact]
    public void A_missing_number_is_found_at_the_strategy() =>
        Assert.Equal(["PLAN0304 at step 2.strategy: threshold of group 'g' is missing; say how many of its members must succeed, 1 to 2"], Judged(null));

    [Fact]
    public void A_group_of_one_is_spoken_of_as_such() =>
        Assert.Equal(
            ["PLAN0304 at step 1.threshold: threshold of group 'g' is 2, but it has only 1 member; write 1"],
            Tests.Judged.Lines(A.Step("a").In("g"), A.Group("g", ParallelStrategy.Threshold, 2)));

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void A_number_that_they_can_reach_is_silent(int threshold) => Assert.Empty(Judged(threshold));

    private static string[] Judged(int? threshold) =>
        Tests.Judged.Lines(A.Step("a").In("g"), A.Step("b").In("g"), A.Group("g", ParallelStrategy.Threshold, threshold));
}
