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

    [Theory]
    [InlineData(1, "1 step could not be undone: s0: stuck")]
    [InlineData(2, "2 steps could not be undone: s0: stuck; s1: stuck")]
    [InlineData(4, "4 steps could not be undone: s0: stuck; s1: stuck; s2: stuck; …")]
    public async Task What_could_not_be_undone_is_named_where_one_looks_first(int count, string expected)
    {
        var plan = new TestPlan();
        for (var step = 0; step < count; step++)
            plan.Sync($"s{step}", static () => { }, after: step == 0 ? [] : [$"s{step - 1}"]).Compensate(static _ => throw new InvalidOperationException("stuck"));
        plan.Sync("fails", static () => throw new FormatException("no such day"), after: [$"s{count - 1}"]);

        var failed = await Assert.ThrowsAsync<PlanFailedException>(() => plan.RunAsync().Soon());

        Assert.Equal($"Plan 'test' failed in step 'fails': no such day; {expected}", failed.Message);
        Assert.Equal($"Plan 'test' failed in step 'fails': no such day ({count} succeeded, 1 failed); {expected}", failed.Outcome.ToString());
    }

    [Fact]
    public async Task A_cancelled_run_says_so_too()
    {
        using var source = new CancellationTokenSource();
        var plan = new TestPlan()
            .Sync("a", static () => { }).Compensate(static _ => throw new InvalidOperationException("stuck"))
            .Async("b", _ => source.CancelAsync(), after: ["a"]);

        var cancelled = await Assert.ThrowsAsync<PlanCanceledException>(() => plan.RunAsync(source.Token).Soon());

        Assert.Equal("Plan 'test' was cancelled; 1 step could not be undone: a: stuck", cancelled.Message);
    }

    [Fact]
    public async Task What_a_step_is_given_of_another_says_what_the_outcome_of_that_says()
    {
        StepOutcome<int>? given = null;
        var outcome = await new TestPlan()
            .Sync("fetch", static () => throw new FormatException("no such day"), onFailure: FailurePolicy.Continue).With(new() { Retries = 2 })
            .Governed("show", context =>
            {
                given = context.OutcomeOf(0, 1);
                return Task.CompletedTask;
            }, after: ["fetch"])
            .Start(new() { Observer = new EventRecorder() }).Completion.Soon();

        var fetch = outcome.Steps[0];
        Assert.Equal("fetch: failed: no such day", given!.ToString());
        Assert.Equal((fetch.Path, 3, true, fetch.StartedAt, fetch.EndedAt), (given.Path, given.Attempts, given.IsTolerated, given.StartedAt, given.EndedAt));
        Assert.Equal(fetch.Duration, Assert.NotNull(given.Duration));
    }

    [Fact]
    public async Task An_error_is_printed_without_the_trace_of_its_exception()
    {
        var recorder = new EventRecorder();
        await new TestPlan().Sync("parse", static () => throw new FormatException("no such day")).Start(new() { Observer = recorder }).Completion.Soon();
        await recorder.Ended.Soon();

        const string Printed = "StepError { Kind = Exception, Message = no such day, StepId = parse, Exception = System.FormatException }";
        var failed = recorder.Single<StepFailedEvent>();
        Assert.Equal(Printed, failed.Error.ToString());
        Assert.Contains(Printed, failed.ToString(), StringComparison.Ordinal);
        Assert.Equal("StepError { Kind = Limit, Message = too deep }", new StepError(FailureKind.Limit, "too deep").ToString());
    }

    [Fact]
    public void A_run_says_which_it_is() =>
        Assert.Equal("Run 7 of plan 'test'", new TestPlan().Sync("fetch", static () => { }).Start(new() { RunId = "7" }).ToString());

    [Fact]
    public void A_bound_below_one_is_refused_by_its_name() =>
        Assert.StartsWith("MaxParallel must be 1 or more", Assert.Throws<ArgumentOutOfRangeException>(static () => new PlanOptions { MaxParallel = 0 }).Message, StringComparison.Ordinal);
}
