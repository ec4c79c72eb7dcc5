namespace PlanDsl.Model.Tests;

public class InvalidTimeoutTests
{
    private const string NoTime = "which is no length of time; write it like 500ms, 10s, 2m, 1h, 2d or 00:01:30";
    private const string TooLong = "which is longer than a timer can wait; write 49d or less, or leave it out for no bound";
    private const string TooShort = "so that nothing could ever end in time; write 1ms or more, or leave it out for no bound";

    [Theory]
    [InlineData("10 seconds", NoTime)]
    [InlineData("10", NoTime)]
    [InlineData("-1s", NoTime)]
    [InlineData("", NoTime)]
    [InlineData("24:00:00", NoTime)]
    [InlineData("0s", TooShort)]
    [InlineData("00:00:00", TooShort)]
    [InlineData("0.5ms", TooShort)]
    [InlineData("50d", TooLong)]
    [InlineData("99999999999999999999d", TooLong)]
    public void A_timeout_that_cannot_be_waited_for_is_found(string text, string fault) =>
        Assert.Equal(
            [
                $"PLAN0301 at plan.timeout: timeout_sec of plan 'Shop.OrderReportPlan' is '{text}', {fault}",
                $"PLAN0301 at plan.default_timeout: default_timeout_sec of plan 'Shop.OrderReportPlan' is '{text}', {fault}",
                $"PLAN0301 at step 0.timeout: timeout_sec of step 'fetch' is '{text}', {fault}",
                $"PLAN0301 at step 0.total_timeout: total_timeout_sec of step 'fetch' is '{text}', {fault}",
            ],
            Judged.Lines(A.Plan(A.Step("fetch") with { Timeout = new(text), TotalTimeout = new(text) }) with { Timeout = new(text), DefaultTimeout = new(text) }));

    [Theory]
    [InlineData("soon", NoTime, NoTime)]
    [InlineData("25h", "which is longer than a retry can be put off; write 1d or less", "which is longer than a retry can be put off; write 1d or less")]
    [InlineData("0s", null, "so that there would be no delay at all; write 1ms or more, or leave it out for 60s")]
    public void A_delay_that_cannot_be_is_found(string text, string? faultOfDelay, string? faultOfGreatest)
    {
        string[] expected =
        [
            .. faultOfDelay is null ? (string[])[] : [$"PLAN0301 at step 0.retry_delay: retry_delay_sec of step 'fetch' is '{text}', {faultOfDelay}"],
            .. faultOfGreatest is null ? (string[])[] : [$"PLAN0301 at step 0.retry_max_delay: retry_max_delay_sec of step 'fetch' is '{text}', {faultOfGreatest}"],
        ];
        Assert.Equal(expected, Judged.Lines(A.Step("fetch") with
        {
            Retry = new() { Retries = 1, Delay = faultOfDelay is null ? null : new Duration(text), MaxDelay = new(text), Backoff = RetryBackoff.Exponential },
        }));
    }

    [Fact]
    public void Less_time_for_a_step_than_for_one_of_its_attempts_is_found() =>
        Assert.Equal(
            ["PLAN0301 at step 0.total_timeout: total_timeout_sec of step 'fetch' is '10s', less than its timeout_sec of '1m' for one attempt; make it that or more"],
            Judged.Lines(A.Step("fetch") with { Timeout = new("1m"), TotalTimeout = new("10s") }));

    [Fact]
    public void What_bounds_a_step_is_not_compared_with_what_is_no_bound()
    {
        Assert.Empty(Judged.Lines(A.Plan(A.Step("fetch") with { TotalTimeout = new("10s") }) with { DefaultTimeout = new("1m") }));
        Assert.Equal(["PLAN0301"], Judged.Ids(A.Step("fetch") with { Timeout = new("50d"), TotalTimeout = new("10s") }));
        Assert.Equal(["PLAN0301"], Judged.Ids(A.Step("fetch") with { Timeout = new("soon"), TotalTimeout = new("10s") }));
        Assert.Equal(["PLAN0301"], Judged.Ids(A.Step("fetch") with { Timeout = new("1m"), TotalTimeout = new("0s") }));
    }

    [Theory]
    [InlineData("1ms")]
    [InlineData("1.5s")]
    [InlineData("00:01:30")]
    [InlineData("49d")]
    public void A_length_of_time_is_silent(string text) =>
        Assert.Empty(Judged.Lines(A.Plan(A.Step("fetch") with { Timeout = new(text), TotalTimeout = new(text) }) with { Timeout = new(text), DefaultTimeout = new(text) }));
}
