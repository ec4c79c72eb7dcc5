namespace PlanDsl.Model.Tests;

public class TimeoutExceedsPlanTests
{
    [Fact]
    public void A_step_that_may_take_longer_than_its_plan_is_found() =>
        Assert.Equal(
            [
                "PLAN0303 at step 1.timeout: timeout_sec of step 'build' is '61s', but the whole plan may take only '1m'; write no more than that, or give the plan more time",
                "PLAN0303 at step 2.total_timeout: total_timeout_sec of step 'send' is '00:02:00', but the whole plan may take only '1m'; write no more than that, or give the plan more time",
            ],
            Judged.Lines(A.Plan(
                A.Step("fetch") with { Timeout = new("60s"), TotalTimeout = new("1m") },
                A.Step("build") with { Timeout = new("61s") },
                A.Step("send") with { Timeout = new("1s"), TotalTimeout = new("00:02:00") }) with { Timeout = new("1m") }));

    [Fact]
    public void A_default_above_the_plans_own_is_one_mistake_however_many_steps_have_it() =>
        Assert.Equal(
            ["PLAN0303 at plan.default_timeout: default_timeout_sec of plan 'Shop.OrderReportPlan' is '2m', but the whole plan may take only '1m'; write no more than that, or give the plan more time"],
            Judged.Lines(A.Plan(A.Step("fetch"), A.Step("build")) with { Timeout = new("1m"), DefaultTimeout = new("2m") }));

    [Theory]
    [InlineData("1 m", "2m")]
    [InlineData("0s", "2m")]
    [InlineData("1m", "2 m")]
    [InlineData("1m", "50d")]
    public void What_is_no_timeout_is_not_compared(string plan, string step) =>
        Assert.Equal(["PLAN0301"], Judged.Findings(A.Plan(A.Step("fetch") with { Timeout = new(step) }) with { Timeout = new(plan) }).Select(finding => finding.Id));

    [Fact]
    public void A_member_that_may_take_longer_than_its_group_is_found() =>
        Assert.Equal(
            [
                "PLAN0303 at step 0.timeout: timeout_sec of step 'near' is '2m', but the whole group may take only '1m'; write no more than that, or give the group more time",
                "PLAN0303 at step 1.total_timeout: total_timeout_sec of step 'far' is '2m', but the whole group may take only '1m'; write no more than that, or give the group more time",
            ],
            Judged.Lines(
                A.Step("near").In("g") with { Timeout = new("2m") },
                A.Step("far").In("g") with { Timeout = new("1m"), TotalTimeout = new("2m") },
                A.Group("g") with { Timeout = new("1m") }));

    [Fact]
    public void A_member_is_compared_with_the_plan_where_its_group_has_time_enough() =>
        Assert.Equal(
            ["PLAN0303 at step 0.timeout", "PLAN0303 at step 1.timeout"],
            Judged.Lines(A.Plan(A.Step("near").In("g") with { Timeout = new("2m") }, A.Group("g") with { Timeout = new("3m") }) with { Timeout = new("1m") })
                .Select(line => line[..line.IndexOf(':', StringComparison.Ordinal)]));

    [Theory]
    [InlineData(RunWhen.Always)]
    [InlineData(RunWhen.Failure)]
    public void What_runs_after_failures_has_its_own_time(RunWhen ends)
    {
        Assert.Empty(Judged.Lines(A.Plan(A.Step("fetch").Silent(), A.Step("close").After("fetch") with { RunWhen = ends, Timeout = new("5m"), TotalTimeout = new("1h") }) with { Timeout = new("1m") }));
        Assert.Empty(Judged.Lines(A.Plan(
            A.Step("fetch").Silent(),
            A.Step("near").Silent().In("g") with { Timeout = new("5m") },
            A.Group("g").After("fetch") with { RunWhen = ends, Timeout = new("5m") }) with { Timeout = new("1m") }));
    }

    [Fact]
    public void Delays_and_steps_without_a_bound_are_silent()
    {
        Assert.Empty(Judged.Lines(A.Plan(A.Step("fetch") with { Retry = new() { Retries = 9, MaxDelay = new("1h"), Backoff = RetryBackoff.Exponential } }) with { Timeout = new("1m") }));
        Assert.Empty(Judged.Lines(A.Plan(A.Step("fetch") with { Timeout = new("1h") })));
    }
}
