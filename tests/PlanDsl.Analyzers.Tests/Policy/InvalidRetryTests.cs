namespace PlanDsl.Analyzers.Tests;

public sealed class InvalidRetryTests
{
    [Fact]
    public Task Reports_retries_below_none() => Verify.ReportsAsync(
        """
        [Plan]
        public partial class Report
        {
            [Step(Retries = {|PLAN0302:-1|}, RetryDelay = "1s")] void Build() { }
        }
        """,
        "retries of step 'build' is -1; write how often to try again, or 0 for not at all");

    [Fact]
    public Task Reports_once_what_has_no_effect_without_retries() => Verify.ReportsAsync(
        """
        [Plan]
        public partial class Report
        {
            [Step(RetryBackoff = {|PLAN0302:RetryBackoff.Exponential|}, RetryOn = [typeof(TimeoutException)])] void Build() { }
        }
        """,
        "retry_backoff, retry_on of step 'build' have no effect, because the step is never tried again; add retries");

    [Fact]
    public Task Reports_delays_that_contradict_each_other() => Verify.ReportsAsync(
        """
        [Plan]
        public partial class Report
        {
            [Step(Retries = 1, RetryBackoff = RetryBackoff.Exponential, RetryDelay = "5s", RetryMaxDelay = {|PLAN0302:"1s"|})] void A() { }
            [Step(Retries = 1, RetryBackoff = RetryBackoff.Exponential, RetryDelay = {|PLAN0302:"2m"|})] void B() { }
            [Step(Retries = 1, RetryMaxDelay = {|PLAN0302:"1s"|})] void C() { }
        }
        """,
        "retry_max_delay of step 'a' is '1s', less than the first delay of '5s'; make it that or more",
        "retry_delay of step 'b' is '2m', but no delay is longer than 60s by default; add a retry_max_delay",
        "retry_max_delay of step 'c' has no effect, because all delays are the same; set retry_backoff to Exponential, or remove it");

    [Fact]
    public Task Reports_types_that_no_exception_is_of_and_types_in_both_lists() => Verify.ReportsAsync(
        """
        [Plan]
        public partial class Report
        {
            [Step(Retries = 1, RetryOn = [typeof(TimeoutException), {|PLAN0302:typeof(string)|}], NoRetryOn = new[] { typeof(FormatException), {|PLAN0302:typeof(TimeoutException)|} })]
            void Build() { }
        }
        """,
        "retry_on of step 'build' lists 'string', which is no type of exception; name types that derive from Exception",
        "no_retry_on of step 'build' lists 'TimeoutException', and so does retry_on; keep it in one of them");

    [Theory]
    [InlineData("Retries = 3")]
    [InlineData("Retries = 3, RetryDelay = \"0s\"")]
    [InlineData("Retries = 0, RetryDelay = \"1s\", RetryBackoff = RetryBackoff.Exponential, RetryOn = [typeof(TimeoutException)]")]
    [InlineData("Retries = 3, RetryDelay = \"1s\", RetryMaxDelay = \"1s\", RetryBackoff = RetryBackoff.Exponential")]
    [InlineData("Retries = 3, RetryOn = [typeof(Exception), typeof(OperationCanceledException)], NoRetryOn = [typeof(TimeoutException)]")]
    [InlineData("Retries = 3, RetryOn = [], NoRetryOn = null")]
    public Task Accepts_retries_that_can_be_done(string options) => Verify.AcceptsAsync(
        $$"""
        [Plan]
        public partial class Report
        {
            [Step({{options}})] void Build() { }
        }
        """);
}
