namespace PlanDsl.Model.Tests;

public class UnknownPolicyTests
{
    [Fact]
    public void A_number_that_is_no_policy_is_found() =>
        Assert.Equal(
            ["PLAN0306 at step 0.on_failure: '7' is no failure policy; use Abort, SkipDependents or Continue"],
            Judged.Lines(A.Step("fetch") with { OnFailure = (FailurePolicy)7 }));

    [Theory]
    [InlineData(null)]
    [InlineData(FailurePolicy.Abort)]
    [InlineData(FailurePolicy.SkipDependents)]
    [InlineData(FailurePolicy.Continue)]
    public void Each_policy_is_silent(FailurePolicy? policy) =>
        Assert.Empty(Judged.Lines(A.Step("fetch") with { OnFailure = policy }));
}
