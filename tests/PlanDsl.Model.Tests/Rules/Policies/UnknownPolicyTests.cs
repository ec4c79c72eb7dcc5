namespace PlanDsl.Model.Tests;

public class UnknownPolicyTests
{
    [Fact]
    public void A_number_that_is_no_policy_is_found() =>
        Assert.Equal(
            ["PLAN0306 at step 0.on_failure: '7' is no failure policy; use Abort, SkipDependents or Continue"],
            Judged.Lines(A.Step("fetch") with { OnFailure = (FailurePolicy)7 }));

    [Fact]
    public void A_number_that_is_no_backoff_is_found_and_what_depends_on_it_is_not_judged() =>
        Assert.Equal(
            ["PLAN0306 at step 0.retry_backoff: '2' is no retry backoff; use Constant or Exponential"],
            Judged.Lines(A.Step("fetch") with { Retry = new() { Retries = 1, MaxDelay = new("1s"), Backoff = (RetryBackoff)2 } }));

    [Theory]
    [InlineData(null)]
    [InlineData(RetryBackoff.Constant)]
    [InlineData(RetryBackoff.Exponential)]
    public void Each_backoff_is_silent(RetryBackoff? backoff) =>
        Assert.Empty(Judged.Lines(A.Step("fetch") with { Retry = new() { Retries = 1, Backoff = backoff } }));

    [Fact]
    public void A_number_that_is_no_run_when_is_found() =>
        Assert.Equal(
            ["PLAN0306 at step 0.run_when: '3' is no run_when; use Success, Failure or Always"],
            Judged.Lines(A.Step("fetch") with { RunWhen = (RunWhen)3 }));

    [Theory]
    [InlineData(null)]
    [InlineData(FailurePolicy.Abort)]
    [InlineData(FailurePolicy.SkipDependents)]
    [InlineData(FailurePolicy.Continue)]
    public void Each_policy_is_silent(FailurePolicy? policy) =>
        Assert.Empty(Judged.Lines(A.Step("fetch") with { OnFailure = policy }));
}
