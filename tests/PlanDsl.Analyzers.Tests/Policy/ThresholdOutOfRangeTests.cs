namespace PlanDsl.Analyzers.Tests;

public sealed class ThresholdOutOfRangeTests
{
    [Theory]
    [InlineData("Strategy = ParallelStrategy.Threshold, Threshold = {|PLAN0304:3|}", "is 3, but it has only 2 members; write 1 to 2")]
    [InlineData("Strategy = ParallelStrategy.Threshold, Threshold = {|PLAN0304:0|}", "is 0, so nothing would have to succeed; write 1 to 2")]
    [InlineData("Strategy = {|PLAN0304:ParallelStrategy.Threshold|}", "is missing; say how many of its members must succeed, 1 to 2")]
    public Task Reports_a_number_that_the_members_cannot_reach(string options, string fault) => Verify.ReportsAsync(
        $$"""
        [Plan]
        [ParallelGroup("replicas", {{options}})]
        public partial class Write
        {
            [Step(Group = "replicas")] void North() { }
            [Step(Group = "replicas")] void South() { }
        }
        """,
        $"Threshold of group 'replicas' {fault}");

    [Fact]
    public Task Accepts_a_number_that_they_can_reach() => Verify.AcceptsAsync(
        """
        [Plan]
        [ParallelGroup("replicas", Strategy = ParallelStrategy.Threshold, Threshold = 2)]
        public partial class Write
        {
            [Step(Group = "replicas")] void North() { }
            [Step(Group = "replicas")] void South() { }
        }
        """);
}
