namespace PlanDsl.Model.Tests;

public class TimeoutExceedsPlanTests
{
    [Fact]
    public void A_step_that_may_take_longer_than_its_plan_is_found() =>
        Assert.Equal(
            [
                "PLAN0303 at step 1.timeout: timeout of step 'build' is '61s', but the whole plan may take only '1m'; write no more than that, or give the plan more time",
                "PLAN0303 at step 2.total_timeout: total_timeout of step 'send' is '00:02:00', but the whole plan may take only '1m'; write no more than that, or give the plan more time",
            ],
            Judged.Lines(A.Plan(
                A.Step("fetch") with { Timeout = new("60s"), TotalTimeout = new("1m") },
                A.Step("build") with { Timeout = new("61s") },
                A.Step("send") with { Timeout = new("1s"), TotalTimeout = new("00:02:00") }) with { Timeout = new("1m") }));

    [Fact]
    public void A_default_above_the_plans_own_is_one_mistake_however_many_steps_have_it() =>
        Assert.Equal(
            ["PLAN0303 at plan.default_timeout: default_timeout of plan 'Shop.OrderReportPlan' is '2m', but the whole plan may take only '1m'; write no more than that, or give the plan more time"],
            Judged.Lines(A.Plan(A.Step("fetch"), A.Step("build")) with { Timeout = new("1m"), DefaultTimeout = new("2m") }));

    [Theory]
    [InlineData("1 m", "2m")]
    [InlineData("0s", "2m")]
    [InlineData("1m", "2 m")]
    [InlineData("1m", "50d")]
    public void What_is_no_timeout_is_not_compared(string plan, string step) =>
        Assert.Equal(["PLAN0301"], Judged.Findings(A.Plan(A.Step("fetch") with { Timeout = new(step) }) with { Timeout = new(plan) }).Select(finding => finding.Id));

    [Fact]
    public void Delays_and_steps_without_a_bound_are_silent()
    {
        Assert.Empty(Judged.Lines(A.Plan(A.Step("fetch") with { Retry = new() { Retries = 1, Delay = new("1h") } }) with { Timeout = new("1m") }));
        Assert.Empty(Judged.Lines(A.Plan(A.Step("fetch") with { Timeout = new("1h") })));
    }
}
