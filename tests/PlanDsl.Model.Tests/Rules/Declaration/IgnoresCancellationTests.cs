namespace PlanDsl.Model.Tests;

public class IgnoresCancellationTests
{
    [Fact]
    public void An_asynchronous_step_without_a_token_is_worth_a_hint()
    {
        var finding = Judged.Single(A.Step("fetch") with { IsAsync = true });

        Assert.Equal(
            "Step 'fetch' is asynchronous but takes no CancellationToken, so cancelling the run has to wait for it; add one and pass it on",
            finding.Message);
        Assert.Equal(Anchor.Step(0), finding.Anchor);
        Assert.Equal(FindingSeverity.Info, finding.Severity);
    }

    [Fact]
    public void One_that_takes_it_is_silent_and_so_is_a_synchronous_one() =>
        Assert.Empty(Judged.Lines(A.Step("fetch", A.Input("day"), A.Token) with { IsAsync = true }, A.Step("build")));

    [Fact]
    public void One_that_takes_the_context_has_the_token_in_it() =>
        Assert.Empty(Judged.Lines(A.Step("fetch", A.Context) with { IsAsync = true }));
}
