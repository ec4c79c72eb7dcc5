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
        "Retries of step 'build' is -1; write how often to try again, or 0 for not at all");

    [Fact]
    public Task Reports_once_what_has_no_effect_without_retries() => Verify.ReportsAsync(
        """
        [Plan]
        public partial class Report
        {
            [Step(RetryBackoff = {|PLAN0302:RetryBackoff.Exponential|}, RetryOn = [typeof(TimeoutException)])] void Build() { }
        }
        """,
        "RetryBackoff, RetryOn of step 'build' have no effect, because the step is never tried again; add Retries");

    [Fact]
    public Task Reports_also_lists_of_nothing_where_nothing_is_tried_again() => Verify.ReportsAsync(
        """
        [Plan]
        public partial class Report
        {
            [Step(RetryOn = {|PLAN0302:[]|})] void A() { }
            [Step(RetryDelay = {|PLAN0302:"1s"|}, NoRetryOn = new Type[0])] void B() { }
        }
        """,
        "RetryOn of step 'a' has no effect, because the step is never tried again; add Retries",
        "RetryDelay, NoRetryOn of step 'b' have no effect, because the step is never tried again; add Retries");

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
        "RetryMaxDelay of step 'a' is '1s', less than the first delay of '5s'; make it that or more",
        "RetryDelay of step 'b' is '2m', but no delay is longer than 60s by default; add a RetryMaxDelay",
        "RetryMaxDelay of step 'c' has no effect, because all delays are the same; write RetryBackoff = RetryBackoff.Exponential, or remove it");

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
        "RetryOn of step 'build' lists 'string', which is no type of exception; name types that derive from Exception",
        "NoRetryOn of step 'build' lists 'TimeoutException', and so does RetryOn; keep it in one of them");

    [Fact]
    public Task Reports_what_leaves_nothing_to_be_tried_again() => Verify.ReportsAsync(
        """
        [Plan]
        public partial class Report
        {
            [Step(Retries = 2, RetryOn = [typeof(FormatException), {|PLAN0302:typeof(ArgumentNullException)|}], NoRetryOn = [typeof(ArgumentException)])] int A() => 1;
            [Step(Retries = 2, NoRetryOn = [{|PLAN0302:typeof(Exception)|}])] int B() => 1;
            [Step(Retries = 2, RetryDelay = {|PLAN0302:"1m"|}, TotalTimeout = "30s")] int C() => 1;
            [Step(Retries = 2, RetryDelay = "0s", RetryBackoff = {|PLAN0302:RetryBackoff.Exponential|})] int D() => 1;
        }
        """,
        "RetryOn of step 'a' lists 'ArgumentNullException', which NoRetryOn excludes with 'ArgumentException'; keep it in one of them",
        "NoRetryOn of step 'b' lists 'Exception', so that nothing is ever tried again; list what derives from it",
        "RetryDelay of step 'c' is '1m', but all its attempts together may take only '30s', so it is never tried again; write less",
        "RetryBackoff of step 'd' has no effect, because a RetryDelay of '0s' is none however often it is doubled; write 1ms or more, or remove one of the two");

    [Fact]
    public Task Accepts_exceptions_that_are_excluded_in_part() => Verify.AcceptsAsync(
        """
        [Plan]
        public partial class Report
        {
            [Step(Retries = 2, RetryOn = [typeof(ArgumentException)], NoRetryOn = [typeof(ArgumentNullException)])] int A() => 1;
            [Step(Retries = 0, NoRetryOn = [typeof(Exception)])] int B() => 1;
        }
        """);

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
