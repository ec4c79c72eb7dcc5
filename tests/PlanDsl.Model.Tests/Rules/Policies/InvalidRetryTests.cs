namespace PlanDsl.Model.Tests;

public class InvalidRetryTests
{
    private static readonly TypeRef Timeout = new("global::System.TimeoutException", "TimeoutException");
    private static readonly TypeRef Format = new("global::System.FormatException", "FormatException");

    [Fact]
    public void Fewer_attempts_than_one_are_found() =>
        Assert.Equal(
            ["PLAN0302 at step 0.retries: retries of step 'fetch' is -1; write how often to try again, or 0 for not at all"],
            Lines(new() { Retries = -1, Delay = new("1s"), MaxDelay = new("1ms") }));

    [Fact]
    public void A_delay_without_retries_is_found() =>
        Assert.Equal(
            ["PLAN0302 at step 0.retry_delay: retry_delay_sec of step 'fetch' has no effect, because the step is never tried again; add retries"],
            Lines(new() { Delay = new("1s") }));

    [Fact]
    public void All_that_is_said_without_retries_is_one_mistake() =>
        Assert.Equal(
            ["PLAN0302 at step 0.retry_delay: retry_delay_sec, retry_max_delay_sec, retry_backoff, retry_on, no_retry_on of step 'fetch' have no effect, because the step is never tried again; add retries"],
            Lines(new() { Delay = new("5s"), MaxDelay = new("1s"), Backoff = RetryBackoff.Constant, RetryOn = [Timeout], NoRetryOn = [Timeout] }));

    [Theory]
    [InlineData(null)]
    [InlineData(RetryBackoff.Constant)]
    public void A_greatest_delay_where_delays_do_not_grow_is_found(RetryBackoff? backoff) =>
        Assert.Equal(
            ["PLAN0302 at step 0.retry_max_delay: retry_max_delay_sec of step 'fetch' has no effect, because all delays are the same; write \"retry_backoff\": \"exponential\", or remove it"],
            Lines(new() { Retries = 2, Delay = new("5s"), MaxDelay = new("1s"), Backoff = backoff }));

    [Fact]
    public void A_greatest_delay_below_the_first_is_found() =>
        Assert.Equal(
            ["PLAN0302 at step 0.retry_max_delay: retry_max_delay_sec of step 'fetch' is '10s', less than the first delay of '1m'; make it that or more"],
            Lines(new() { Retries = 2, Delay = new("1m"), MaxDelay = new("10s"), Backoff = RetryBackoff.Exponential }));

    [Fact]
    public void A_first_delay_above_the_default_of_the_greatest_is_found() =>
        Assert.Equal(
            ["PLAN0302 at step 0.retry_delay: retry_delay_sec of step 'fetch' is '2m', but no delay is longer than 60s by default; add a retry_max_delay_sec"],
            Lines(new() { Retries = 2, Delay = new("2m"), Backoff = RetryBackoff.Exponential }));

    [Fact]
    public void A_type_that_is_to_be_retried_and_not_to_be_is_found_at_the_second() =>
        Assert.Equal(
            ["PLAN0302 at step 0.no_retry_on[1]: no_retry_on of step 'fetch' lists 'TimeoutException', and so does retry_on; keep it in one of them"],
            Lines(new() { Retries = 2, RetryOn = [Timeout], NoRetryOn = [Format, Timeout] }));

    [Fact]
    public void A_first_delay_of_nothing_does_not_grow() =>
        Assert.Equal(
            ["PLAN0302 at step 0.retry_backoff: retry_backoff of step 'fetch' has no effect, because a retry_delay_sec of '0s' is none however often it is doubled; write 1ms or more, or remove one of the two"],
            Lines(new() { Retries = 2, Delay = new("0s"), Backoff = RetryBackoff.Exponential }));

    [Fact]
    public void A_delay_that_outlasts_what_bounds_the_step_is_found()
    {
        var step = A.Step("fetch") with { Retry = new() { Retries = 1, Delay = new("1m") } };

        Assert.Equal(
            ["PLAN0302 at step 0.retry_delay: retry_delay_sec of step 'fetch' is '1m', but all its attempts together may take only '60s', so it is never tried again; write less"],
            Judged.Lines(step with { TotalTimeout = new("60s") }));
        Assert.Equal(["PLAN0302"], Judged.Findings(A.Plan(step) with { Timeout = new("30s") }).Select(finding => finding.Id));
    }

    [Fact]
    public void A_delay_within_what_bounds_the_step_is_silent()
    {
        var step = A.Step("fetch") with { Retry = new() { Retries = 1, Delay = new("1m") } };

        Assert.Empty(Judged.Lines(A.Plan(step with { TotalTimeout = new("61s") }) with { Timeout = new("2m") }));
        Assert.Empty(Judged.Lines(A.Plan(A.Step("a").Silent(), step.After("a") with { RunWhen = RunWhen.Always }) with { Timeout = new("30s") }));
        Assert.Empty(Judged.Lines(step with { TotalTimeout = new("10s"), Retry = step.Retry! with { Retries = 0 } }));
        Assert.Empty(Judged.Lines(step with { TotalTimeout = new("10s"), Retry = step.Retry! with { Backoff = RetryBackoff.Exponential, MaxDelay = new("2m") } }));
    }

    [Theory]
    [InlineData("1 s", "10s", "PLAN0301")]
    [InlineData("1s", "ten", "PLAN0301")]
    [InlineData("2d", "1h", "PLAN0301")]
    [InlineData("2d", null, "PLAN0301")]
    [InlineData("1s", "0s", "PLAN0301")]
    public void Delays_that_are_mistakes_themselves_are_not_compared(string delay, string? greatest, string id) =>
        Assert.Equal([id], Judged.Ids(A.Step("fetch") with
        {
            Retry = new() { Retries = 2, Delay = new(delay), MaxDelay = greatest is null ? null : new Duration(greatest), Backoff = RetryBackoff.Exponential },
        }));

    [Fact]
    public void What_can_be_done_is_silent()
    {
        Assert.Empty(Lines(new() { Retries = 0 }));
        Assert.Empty(Lines(new() { Retries = int.MaxValue }));
        Assert.Empty(Lines(new() { Retries = 3, Delay = new("0s") }));
        Assert.Empty(Lines(new() { Retries = 3, Delay = new("1d"), Backoff = RetryBackoff.Constant }));
        Assert.Empty(Lines(new() { Retries = 3, Backoff = RetryBackoff.Exponential }));
        Assert.Empty(Lines(new() { Retries = 3, Delay = new("60s"), Backoff = RetryBackoff.Exponential }));
        Assert.Empty(Lines(new() { Retries = 3, Delay = new("1m"), MaxDelay = new("60s"), Backoff = RetryBackoff.Exponential }));
        Assert.Empty(Lines(new() { Retries = 3, RetryOn = [Timeout], NoRetryOn = [Format] }));
    }

    [Fact]
    public void Retries_that_are_switched_off_leave_the_rest_in_peace() =>
        Assert.Empty(Lines(new() { Retries = 0, Delay = new("1s"), Backoff = RetryBackoff.Exponential, RetryOn = [Timeout] }));

    private static string[] Lines(RetryModel retry) => Judged.Lines(A.Step("fetch") with { Retry = retry });
}
