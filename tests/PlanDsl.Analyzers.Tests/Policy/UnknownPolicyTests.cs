namespace PlanDsl.Analyzers.Tests;

public sealed class UnknownPolicyTests
{
    [Fact]
    public Task Reports_a_number_that_is_no_policy() => Verify.ReportsAsync(
        """
        [Plan]
        public partial class Report
        {
            [Step(OnFailure = {|PLAN0306:(FailurePolicy)7|})] void Build() { }
        }
        """,
        "'7' is no failure policy; use Abort, SkipDependents or Continue");

    [Fact]
    public Task Reports_a_number_that_is_no_backoff() => Verify.ReportsAsync(
        """
        [Plan]
        public partial class Report
        {
            [Step(Retries = 1, RetryBackoff = {|PLAN0306:(RetryBackoff)7|})] void Build() { }
        }
        """,
        "'7' is no retry backoff; use Constant or Exponential");

    [Theory]
    [InlineData("Abort")]
    [InlineData("SkipDependents")]
    [InlineData("Continue")]
    public Task Accepts_the_policies_that_there_are(string policy) => Verify.AcceptsAsync(
        $$"""
        [Plan]
        public partial class Report
        {
            [Step(OnFailure = FailurePolicy.{{policy}})] void Build() { }
        }
        """);
}
