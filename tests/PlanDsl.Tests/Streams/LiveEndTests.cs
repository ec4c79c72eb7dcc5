using PlanDsl.Testing.Internal;

namespace PlanDsl.Tests;

/// <summary>What the end of a producer means to its reader, and the other way round.</summary>
public sealed class LiveEndTests
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    private readonly ManualTimeProvider _clock = new();
    private readonly EventRecorder _recorder = new();

    private PlanOptions Options => new() { TimeProvider = _clock, Observer = _recorder };

    [Fact]
    public async Task A_producer_that_aborts_the_run_cancels_its_reader_and_is_the_error()
    {
        var outcome = await EndAsync(new LivePair().Plan(_ => LivePair.Broken()));

        Assert.Equal("produce=Failed read=Cancelled", outcome.Statuses());
        Assert.Equal(("produce", "broken"), (outcome.Error!.StepId, outcome.Error.Message));
    }

    [Fact]
    public async Task Where_the_failure_of_the_producer_is_tolerated_the_reader_meets_it()
    {
        var pair = new LivePair { OnFailureOfProducer = FailurePolicy.Continue };
        var outcome = await EndAsync(pair.Plan(_ => LivePair.Broken(), async context => await Assert.ThrowsAsync<InvalidDataException>(() => pair.ReadAllAsync(context))));

        Assert.Equal((RunStatus.Succeeded, "produce=Failed read=Succeeded"), (outcome.Status, outcome.Statuses()));
        Assert.Equal([0], pair.Read);
    }

    [Fact]
    public async Task A_reader_that_lets_it_pass_fails_by_it_and_its_own_policy_decides()
    {
        var outcome = await EndAsync(new LivePair { OnFailureOfProducer = FailurePolicy.Continue }.Plan(_ => LivePair.Broken()));

        Assert.Equal((RunStatus.Failed, "produce=Failed read=Failed"), (outcome.Status, outcome.Statuses()));
        Assert.Equal(("read", "broken"), (outcome.Error!.StepId, outcome.Error.Message));
    }

    [Theory]
    [InlineData(null, RunStatus.Failed)]
    [InlineData(false, RunStatus.Succeeded)]
    public async Task A_producer_whose_dependents_are_skipped_stops_its_reader_and_skips_those_of_it(bool? critical, RunStatus status)
    {
        var made = new List<PlanTransition>();
        var options = Options;
        options.OnPlanTransition = made.Add;
        var gate = new Gate();
        var run = new LivePair { OnFailureOfProducer = FailurePolicy.SkipDependents }
            .Plan(_ => LivePair.Slow(gate), edit: plan => plan.Critical(critical))
            .Sync("after", static () => { }, after: ["read"])
            .Sync("beside", static () => { })
            .Start(options);
        await run.WhenStatus("read", StepStatus.Running);
        await gate.Entered.Soon();
        gate.Fail(new InvalidDataException());

        var outcome = await EndAsync(run);

        Assert.Equal((status, "produce=Failed read=Cancelled after=Skipped beside=Succeeded"), (outcome.Status, outcome.Statuses()));
        Assert.Equal(status is RunStatus.Failed ? PlanState.Failed : PlanState.Completed, made[^1].To);
    }

    [Fact]
    public async Task Neither_starts_where_what_one_of_them_waits_for_skips_it()
    {
        var pair = new LivePair();
        var plan = new TestPlan()
            .Sync("before", static () => throw new InvalidDataException(), onFailure: FailurePolicy.SkipDependents)
            .Governed("produce", context => pair.Stream.FeedAsync(LivePair.Count(3), context).AsTask()).FeedsLive("read")
            .Governed("read", pair.ReadAllAsync, after: ["produce", "before"]).ReadsLive("produce");

        Assert.Equal("before=Failed produce=Skipped read=Skipped", (await EndAsync(plan)).Statuses());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task The_producer_ends_when_nobody_reads_any_more(bool reads)
    {
        var pair = new LivePair { MaxParallel = 1 };
        var isDisposed = false;
        var outcome = await EndAsync(pair.Plan(_ => Endless(), async context =>
        {
            var stream = pair.Stream.Read(context);
            if (!reads)
                return;
            await foreach (var element in stream.ConfigureAwait(false))
            {
                if (element == 10)
                    break;
            }
        }));

        Assert.Equal("produce=Succeeded read=Succeeded", outcome.Statuses());
        Assert.True(isDisposed);

        async IAsyncEnumerable<int> Endless()
        {
            try
            {
                await foreach (var element in LivePair.Count(int.MaxValue).ConfigureAwait(false))
                    yield return element;
            }
            finally
            {
                isDisposed = true;
            }
        }
    }

    [Fact]
    public async Task A_producer_that_waits_for_its_next_element_is_told_that_nobody_wants_it()
    {
        var gate = new Gate { HeedsCancellation = true };
        var pair = new LivePair();
        var outcome = await EndAsync(pair.Plan(_ => LivePair.Slow(gate), async context =>
        {
            await foreach (var element in pair.Stream.Read(context).ConfigureAwait(false))
            {
                await gate.Entered.ConfigureAwait(false);
                break;
            }
        }));

        Assert.Equal("produce=Succeeded read=Succeeded", outcome.Statuses());
    }

    [Theory]
    [InlineData(FailurePolicy.Abort, "produce=Succeeded read=Failed")]
    [InlineData(FailurePolicy.SkipDependents, "produce=Succeeded read=Failed")]
    [InlineData(FailurePolicy.Continue, "produce=Succeeded read=Failed")]
    public async Task A_reader_that_fails_is_nobody_who_reads_any_more(FailurePolicy policy, string statuses)
    {
        var pair = new LivePair { OnFailureOfReader = policy };
        var outcome = await EndAsync(pair.Plan(_ => LivePair.Count(int.MaxValue), async context =>
        {
            await foreach (var element in pair.Stream.Read(context).ConfigureAwait(false))
                throw new InvalidDataException("broken");
        }));

        Assert.Equal(statuses, outcome.Statuses());
        Assert.Equal(policy is FailurePolicy.Continue ? null : "read", outcome.Error?.StepId);
    }

    [Fact]
    public async Task Cancellation_ends_both()
    {
        var run = new LivePair().Plan(_ => LivePair.Count(int.MaxValue)).Start(Options);
        await run.WhenStatus("read", StepStatus.Running);

        run.Cancel();

        Assert.Equal("produce=Cancelled read=Cancelled", (await EndAsync(run)).Statuses());
    }

    [Fact]
    public async Task The_deadline_ends_both()
    {
        var gate = new Gate { HeedsCancellation = true };
        var run = new LivePair { Timeout = "10s" }.Plan(context => LivePair.Slow(gate, context.CancellationToken)).Start(Options);
        await run.WhenStatus("read", StepStatus.Running);
        await gate.Entered.Soon();

        _clock.Advance(10 * Second);

        var outcome = await EndAsync(run);
        Assert.Equal((FailureKind.Timeout, "produce=Cancelled read=Cancelled"), (outcome.Error!.Kind, outcome.Statuses()));
    }

    [Fact]
    public async Task A_reader_cancelled_by_name_leaves_the_producer_to_succeed()
    {
        var gate = new Gate { HeedsCancellation = true };
        var run = new LivePair { OnFailureOfReader = FailurePolicy.Continue }.Plan(_ => LivePair.Slow(gate)).Start(Options);
        await run.WhenStatus("read", StepStatus.Running);
        await gate.Entered.Soon();

        run.CancelStep("read");

        Assert.Equal("produce=Succeeded read=Cancelled", (await EndAsync(run)).Statuses());
    }

    [Fact]
    public async Task A_producer_cancelled_by_name_fails_the_enumeration()
    {
        var gate = new Gate { HeedsCancellation = true };
        var run = new LivePair { OnFailureOfProducer = FailurePolicy.Continue }.Plan(context => LivePair.Slow(gate, context.CancellationToken)).Start(Options);
        await gate.Entered.Soon();
        await run.WhenStatus("read", StepStatus.Running);

        run.CancelStep("produce");

        var outcome = await EndAsync(run);
        Assert.Equal("produce=Cancelled read=Failed", outcome.Statuses());
        Assert.Equal("Step 'produce', which produces the stream, was cancelled.", outcome.Error!.Message);
    }

    [Fact]
    public async Task The_reader_of_a_stream_that_was_never_begun_runs_without_it()
    {
        var isThere = true;
        var pair = new LivePair();
        var outcome = await EndAsync(pair.Plan(
            _ => LivePair.Count(3),
            context =>
            {
                isThere = pair.Stream.ReadIfProduced(context) is not null || pair.Stream.ObserveIfProduced(context) is not null;
                return Task.CompletedTask;
            },
            static plan => plan.When(static () => false)));

        Assert.Equal("produce=Skipped read=Succeeded", outcome.Statuses());
        Assert.False(isThere);
    }

    [Fact]
    public async Task The_producer_is_not_retried_once_an_element_has_left_it()
    {
        var outcome = await EndAsync(new LivePair { OfProducer = new() { Retries = 5 } }.Plan(_ => LivePair.Broken()));

        Assert.Equal((1, "produce=Failed read=Cancelled"), (outcome.Steps[0].Attempts, outcome.Statuses()));
    }

    [Fact]
    public async Task The_fallback_of_a_producer_stands_in_until_an_element_has_left_it()
    {
        var before = new LivePair();
        var outcome = await EndAsync(before.Plan(_ => throw new InvalidDataException(), edit: plan => plan.Fallback(context => before.Stream.FeedAsync([7, 8], context).AsTask())));

        Assert.Equal("produce=Succeeded read=Succeeded", outcome.Statuses());
        Assert.True(outcome.Steps[0].IsFallback);
        Assert.Equal([7, 8], before.Read);

        var after = new LivePair();
        outcome = await after.Plan(_ => LivePair.Broken(), edit: plan => plan.Fallback(context => after.Stream.FeedAsync([7, 8], context).AsTask())).Start().Completion.Soon();

        Assert.Equal("produce=Failed read=Cancelled", outcome.Statuses());
    }

    [Theory]
    [InlineData(false, 2, "produce=Succeeded read=Succeeded")]
    [InlineData(true, 1, "produce=Succeeded read=Failed")]
    public async Task The_reader_is_retried_until_it_begins_to_read(bool reads, int attempts, string statuses)
    {
        var pair = new LivePair { OfReader = new() { Retries = 1, RetryDelay = Second } };
        var run = pair.Plan(_ => LivePair.Count(int.MaxValue), async context =>
        {
            if (!reads && context.Attempt == 1)
                throw new InvalidDataException();
            await foreach (var element in pair.Stream.Read(context).ConfigureAwait(false))
            {
                if (reads)
                    throw new InvalidDataException();
                break;
            }
        }).Start(Options);
        if (!reads)
        {
            await _clock.WhenTimerIsDueIn(Second).Soon();
            _clock.Advance(Second);
        }

        var outcome = await EndAsync(run);
        Assert.Equal((attempts, statuses), (outcome.Steps[1].Attempts, outcome.Statuses()));
    }

    [Fact]
    public async Task A_timeout_of_the_producer_counts_what_it_waits_for_its_reader()
    {
        var gate = new Gate { HeedsCancellation = true };
        var pair = new LivePair { OfProducer = new() { Timeout = Second }, OnFailureOfProducer = FailurePolicy.Continue };
        var run = pair.Plan(_ => LivePair.Count(int.MaxValue), async context =>
        {
            await foreach (var element in pair.Stream.Read(context).ConfigureAwait(false))
            {
                if (element == 0)
                    await gate.EnterAsync(context.CancellationToken).ConfigureAwait(false);
            }
        }).Start(Options);
        await gate.Entered.Soon();

        _clock.Advance(Second);
        await run.WhenStatus("produce", StepStatus.Failed);
        gate.Open();

        var outcome = await EndAsync(run);
        Assert.Equal("produce=Failed read=Failed", outcome.Statuses());
        Assert.IsType<TimeoutException>(outcome.Steps[1].Error!.Exception);
    }

    [Fact]
    public async Task A_reader_that_is_abandoned_reads_no_more()
    {
        var deaf = new Gate();
        var pair = new LivePair { OfReader = new() { Timeout = Second }, OnFailureOfReader = FailurePolicy.Continue };
        var run = pair.Plan(_ => LivePair.Count(int.MaxValue), _ => deaf.EnterAsync(default)).Start(Options);
        await deaf.Entered.Soon();

        _clock.Advance(Second);
        await _clock.WhenTimerIsDueIn(30 * Second).Soon();
        _clock.Advance(30 * Second);

        var outcome = await EndAsync(run);
        Assert.Equal("produce=Succeeded read=Failed", outcome.Statuses());
        Assert.True(outcome.Steps[1].IsAbandoned);
        deaf.Open();
    }

    private Task<PlanOutcome> EndAsync(TestPlan plan) => EndAsync(plan.Start(Options));

    private async Task<PlanOutcome> EndAsync(PlanRun run)
    {
        var outcome = await run.Completion.Soon();
        await _recorder.Ended.Soon();
        _recorder.AssertTellOf(outcome, "live");
        return outcome;
    }
}
