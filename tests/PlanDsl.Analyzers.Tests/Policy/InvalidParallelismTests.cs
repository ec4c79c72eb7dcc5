namespace PlanDsl.Analyzers.Tests;

public sealed class InvalidParallelismTests
{
    [Theory]
    [InlineData("0")]
    [InlineData("-1")]
    public Task Reports_a_bound_under_which_nothing_runs(string bound) => Verify.ReportsAsync(
        $$"""
        [Plan(MaxParallel = {|PLAN0305:{{bound}}|})]
        public partial class Report
        {
            [Step] void Build() { }
        }
        """,
        $"MaxParallel of plan 'Report' is {bound}, so no step could run; write 1 or more, or leave it out for no bound");

    [Fact]
    public Task Accepts_a_bound_of_one() => Verify.AcceptsAsync(
        """
        [Plan(MaxParallel = 1)]
        public partial class Report
        {
            [Step] void Build() { }
        }
        """);
}
