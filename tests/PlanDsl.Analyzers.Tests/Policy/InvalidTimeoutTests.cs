namespace PlanDsl.Analyzers.Tests;

public sealed class InvalidTimeoutTests
{
    [Fact]
    public Task Reports_a_text_that_is_no_length_of_time_wherever_one_is_due() => Verify.ReportsAsync(
        """
        [Plan(Timeout = {|PLAN0301:"soon"|}, DefaultTimeout = {|PLAN0301:"10 s"|})]
        public partial class Report
        {
            [Step(Timeout = {|PLAN0301:"10"|}, TotalTimeout = {|PLAN0301:"-1s"|}, Retries = 1, RetryBackoff = RetryBackoff.Exponential, RetryDelay = {|PLAN0301:""|}, RetryMaxDelay = {|PLAN0301:"24:00:00"|})]
            void Build() { }
        }
        """,
        "Timeout of plan 'Report' is 'soon', which is no length of time; write it like 500ms, 10s, 2m, 1h, 2d or 00:01:30",
        "DefaultTimeout of plan 'Report' is '10 s', which is no length of time; write it like 500ms, 10s, 2m, 1h, 2d or 00:01:30",
        "Timeout of step 'build' is '10', which is no length of time; write it like 500ms, 10s, 2m, 1h, 2d or 00:01:30",
        "TotalTimeout of step 'build' is '-1s', which is no length of time; write it like 500ms, 10s, 2m, 1h, 2d or 00:01:30",
        "RetryDelay of step 'build' is '', which is no length of time; write it like 500ms, 10s, 2m, 1h, 2d or 00:01:30",
        "RetryMaxDelay of step 'build' is '24:00:00', which is no length of time; write it like 500ms, 10s, 2m, 1h, 2d or 00:01:30");

    [Fact]
    public Task Reports_what_no_timer_can_wait_for() => Verify.ReportsAsync(
        """
        [Plan(Timeout = {|PLAN0301:"0s"|})]
        public partial class Report
        {
            private const string Long = "8" + "w";
            [Step(Timeout = {|PLAN0301:"50d"|}, TotalTimeout = {|PLAN0301:Long|})] void Build() { }
        }
        """,
        "Timeout of plan 'Report' is '0s', so that nothing could ever end in time; write 1ms or more, or leave it out for no bound",
        "Timeout of step 'build' is '50d', which is longer than a timer can wait; write 49d or less, or leave it out for no bound",
        "TotalTimeout of step 'build' is '8w', which is no length of time; write it like 500ms, 10s, 2m, 1h, 2d or 00:01:30");

    [Fact]
    public Task Reports_less_time_for_a_step_than_for_an_attempt() => Verify.ReportsAsync(
        "[Plan] public partial class Report { [Step(Timeout = \"1m\", TotalTimeout = {|PLAN0301:\"10s\"|})] int Build() => 1; }",
        "TotalTimeout of step 'build' is '10s', less than its Timeout of '1m' for one attempt; make it that or more");

    [Theory]
    [InlineData("500ms")]
    [InlineData("1.5s")]
    [InlineData("2m")]
    [InlineData("1h")]
    [InlineData("2d")]
    [InlineData("00:01:30")]
    [InlineData("23:59:59.999")]
    public Task Accepts_a_length_of_time(string text) => Verify.AcceptsAsync(
        $$"""
        [Plan(Timeout = "{{text}}", DefaultTimeout = "{{text}}")]
        public partial class Report
        {
            [Step(Timeout = "{{text}}", TotalTimeout = "{{text}}")] void Build() { }
        }
        """);
}
