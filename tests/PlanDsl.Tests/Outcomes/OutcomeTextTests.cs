namespace PlanDsl.Tests.Outcomes;

public sealed class OutcomeTextTests
{
    [Fact]
    public async Task An_outcome_says_how_the_run_ended_and_why_and_counts_its_steps()
    {
        var plan = new TestPlan()
            .Sync("fetch", static () => { })
            .Sync("parse", static () => throw new FormatException("no such day"), after: ["fetch"])
            .Sync("store", static () => { }, after: ["parse"]);

        var outcome = await plan.Start().Completion;

        Assert.False(outcome.Succeeded);
        Assert.Equal("Plan 'test' failed in step 'parse': no such day (1 succeeded, 1 failed, 1 cancelled)", outcome.ToString());
        Assert.Equal(["fetch: succeeded", "parse: failed: no such day", "store: cancelled"], outcome.Steps.Select(static step => step.ToString()));
        Assert.Equal("Plan 'test' failed in step 'parse': no such day", new PlanFailedException(outcome).Message);
    }

    [Fact]
    public async Task An_outcome_that_succeeded_or_was_cancelled_says_so()
    {
        var plan = new TestPlan().Sync("fetch", static () => { });

        var succeeded = await plan.Start().Completion;
        var cancelled = await plan.Start(cancellationToken: new CancellationToken(canceled: true)).Completion;

        Assert.True(succeeded.Succeeded);
        Assert.Equal("Plan 'test' succeeded (1 succeeded)", succeeded.ToString());
        Assert.Equal("Plan 'test' was cancelled (1 cancelled)", cancelled.ToString());
    }

    [Fact]
    public void A_run_says_which_it_is() =>
        Assert.Equal("Run 7 of plan 'test'", new TestPlan().Sync("fetch", static () => { }).Start(new() { RunId = "7" }).ToString());

    [Fact]
    public void A_bound_below_one_is_refused_by_its_name() =>
        Assert.StartsWith("MaxParallel must be 1 or more", Assert.Throws<ArgumentOutOfRangeException>(static () => new PlanOptions { MaxParallel = 0 }).Message, StringComparison.Ordinal);
}
