using Polly;
using Polly.Hedging;
using Polly.Registry;
using PlanDsl.Testing.Internal;

namespace PlanDsl.Tests;

/// <summary>Pipelines that call the body again while it executes: Polly's hedging, and strategies of others.</summary>
public sealed class HedgingTests : IAsyncDisposable
{
    private readonly ManualTimeProvider _clock = new();
    private readonly EventRecorder _recorder = new();
    private readonly TaskCompletionSource _accepted = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly ResiliencePipelineRegistry<string> _pipelines = new();

    private PlanOptions Options => new() { TimeProvider = _clock, Observer = _recorder, Pipelines = _pipelines };

    public ValueTask DisposeAsync() => _pipelines.DisposeAsync();

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task The_first_to_succeed_is_the_steps_success_and_the_other_is_cancelled(int winner)
    {
        _pipelines.TryAddBuilder("twice", static (builder, _) => builder.AddStrategy(static _ => new Hedge(), new HedgeOptions()));
        var gates = new[] { new Gate { HeedsCancellation = true }, new Gate { HeedsCancellation = true } };
        var run = new TestPlan()
            .Governed("a", context => gates[context.Attempt - 1].EnterAsync(context.CancellationToken), new() { Pipeline = "twice", Timeout = TimeSpan.FromMinutes(1) })
            .Sync("after", static () => { }, after: ["a"]).Start(Options);
        foreach (var gate in gates)
            await gate.Entered.Soon();

        gates[winner - 1].Open();
        var outcome = await run.Completion.Soon();
        await _recorder.Ended.Soon();

        Assert.Equal(("a=Succeeded after=Succeeded", 2), (outcome.Statuses(), outcome.Steps[0].Attempts));
        Assert.True(gates[2 - winner].Token.IsCancellationRequested);
        Assert.False(_clock.AdvanceToNextTimer());
        _recorder.AssertTellOf(outcome, "hedged");
    }

    [Fact]
    public async Task Cancelling_the_run_cancels_both()
    {
        _pipelines.TryAddBuilder("twice", static (builder, _) => builder.AddStrategy(static _ => new Hedge(), new HedgeOptions()));
        var gates = new[] { new Gate { HeedsCancellation = true }, new Gate { HeedsCancellation = true } };
        var run = new TestPlan().Governed("a", context => gates[context.Attempt - 1].EnterAsync(context.CancellationToken), new() { Pipeline = "twice" }).Start(Options);
        foreach (var gate in gates)
            await gate.Entered.Soon();

        run.Cancel();

        Assert.Equal("a=Cancelled", (await run.Completion.Soon()).Statuses());
    }

    [Fact]
    public async Task A_step_that_is_slow_is_hedged_and_lasts_until_its_loser_has_returned()
    {
        HedgeAfterTwoSeconds();
        var order = new System.Collections.Concurrent.ConcurrentQueue<string>();
        var gates = new[] { new Gate(), new Gate() };
        var run = new TestPlan()
            .Governed("a", async context =>
            {
                await gates[context.Attempt - 1].EnterAsync(context.CancellationToken).ConfigureAwait(false);
                order.Enqueue($"a{context.Attempt}");
            }, new() { Pipeline = "hedged" })
            .Sync("after", () => order.Enqueue("after"), after: ["a"]).Start(Options);
        await gates[0].Entered.Soon();
        _clock.Advance(TimeSpan.FromSeconds(2));
        await gates[1].Entered.Soon();

        gates[1].Open();
        await WhenCancelled(gates[0].Token).Soon();
        gates[0].Open();

        var outcome = await run.Completion.Soon();
        Assert.Equal(("a=Succeeded after=Succeeded", 2, false), (outcome.Statuses(), outcome.Steps[0].Attempts, outcome.Steps[0].IsAbandoned));
        Assert.Equal(["a2", "a1", "after"], order);
        await _recorder.Ended.Soon();
        _recorder.AssertTellOf(outcome, "hedged");
    }

    [Fact]
    public async Task A_loser_that_does_not_heed_its_cancellation_is_left_behind()
    {
        HedgeAfterTwoSeconds();
        var gates = new[] { new Gate(), new Gate() };
        var run = Plan(gates).Sync("after", static () => { }, after: ["a"]).Start(Options);
        await gates[0].Entered.Soon();
        _clock.Advance(TimeSpan.FromSeconds(2));
        await gates[1].Entered.Soon();
        gates[1].Open();
        await WhenCancelled(gates[0].Token).Soon();
        await _clock.WhenTimerIsDueIn(TimeSpan.FromSeconds(30)).Soon();

        _clock.Advance(TimeSpan.FromSeconds(30));

        var outcome = await run.Completion.Soon();
        gates[0].Fail(new InvalidOperationException("too late"));
        Assert.Equal(("a=Succeeded after=Succeeded", true), (outcome.Statuses(), outcome.Steps[0].IsAbandoned));
        await _recorder.Ended.Soon();
        Assert.True(_recorder.Events.OfType<StepSucceededEvent>().Single(static succeeded => succeeded.StepPath == "a").Abandoned);
    }

    [Fact]
    public async Task An_attempt_that_does_not_heed_its_timeout_is_left_behind_while_another_goes_on()
    {
        HedgeAfterTwoSeconds();
        var gates = new[] { new Gate(), new Gate() };
        var run = Plan(gates, new() { Pipeline = "hedged", Timeout = TimeSpan.FromSeconds(10) }).Start(Options);
        await gates[0].Entered.Soon();
        _clock.Advance(TimeSpan.FromSeconds(9));
        await gates[1].Entered.Soon();
        _clock.Advance(TimeSpan.FromSeconds(1));
        await WhenCancelled(gates[0].Token).Soon();
        Assert.False(gates[1].Token.IsCancellationRequested);

        gates[1].Open();
        await _accepted.Task.Soon();
        _clock.Advance(TimeSpan.FromSeconds(30));

        var outcome = await run.Completion.Soon();
        gates[0].Open();
        Assert.Equal(("a=Succeeded", true), (outcome.Statuses(), outcome.Steps[0].IsAbandoned));
        await _recorder.Ended.Soon();
        Assert.Equal(1, _recorder.Single<StepTimeoutEvent>().Attempt);
    }

    [Fact]
    public async Task Where_all_fail_the_step_does()
    {
        HedgeAfterTwoSeconds();
        var gates = new[] { new Gate(), new Gate() };
        var run = Plan(gates).Start(Options);
        await gates[0].Entered.Soon();
        _clock.Advance(TimeSpan.FromSeconds(2));
        await gates[1].Entered.Soon();

        gates[0].Fail(new InvalidOperationException("one"));
        gates[1].Fail(new InvalidOperationException("two"));

        var outcome = await run.Completion.Soon();
        Assert.Equal(("a=Failed", 2), (outcome.Statuses(), outcome.Steps[0].Attempts));
        Assert.Contains(outcome.Error!.Message, (string[])["one", "two"]);
    }

    [Fact]
    public async Task A_retry_keeps_the_slot_in_which_another_attempt_goes_on()
    {
        HedgeAfterTwoSeconds();
        var gates = new[] { new Gate(), new Gate(), new Gate() };
        var other = new Gate();
        var run = Plan(gates, new() { Pipeline = "hedged", Retries = 1, RetryDelay = TimeSpan.FromSeconds(5) })
            .Async("other", _ => other.EnterAsync(default)).Start(With(maxParallel: 1));
        await gates[0].Entered.Soon();
        _clock.Advance(TimeSpan.FromSeconds(2));
        await gates[1].Entered.Soon();

        gates[0].Fail(new InvalidOperationException("once"));
        await _clock.WhenTimerIsDueIn(TimeSpan.FromSeconds(5)).Soon();
        Assert.False(other.IsEntered);
        _clock.Advance(TimeSpan.FromSeconds(5));
        await gates[2].Entered.Soon();
        gates[2].Open();
        gates[1].Open();
        await other.Entered.Soon();
        other.Open();

        var outcome = await run.Completion.Soon();
        Assert.Equal(("a=Succeeded other=Succeeded", 3), (outcome.Statuses(), outcome.Steps[0].Attempts));
    }

    [Fact]
    public async Task A_step_that_waits_for_its_retry_is_hedged_in_a_slot_of_its_own()
    {
        HedgeAfterTwoSeconds();
        var gates = new[] { new Gate(), new Gate() };
        var run = Plan(gates, new() { Pipeline = "hedged", Retries = 1, RetryDelay = TimeSpan.FromSeconds(60) }).Start(Options);
        await gates[0].Entered.Soon();
        gates[0].Fail(new InvalidOperationException("once"));
        await run.WhenStatus("a", StepStatus.Waiting).Soon();

        _clock.Advance(TimeSpan.FromSeconds(2));
        await gates[1].Entered.Soon();
        Assert.Equal(StepStatus.Running, run.Steps[0].Status);
        gates[1].Open();

        var outcome = await run.Completion.Soon();
        Assert.Equal(("a=Succeeded", 2), (outcome.Statuses(), outcome.Steps[0].Attempts));
        await _recorder.Ended.Soon();
        _recorder.AssertTellOf(outcome, "hedged while it waits");
    }

    private void HedgeAfterTwoSeconds() => _pipelines.TryAddBuilder<object>("hedged", (builder, _) =>
    {
        builder.TimeProvider = _clock;
        builder.AddHedging(new HedgingStrategyOptions<object> { Delay = TimeSpan.FromSeconds(2), MaxHedgedAttempts = 1, ShouldHandle = AcceptsAsync });
    });

    private ValueTask<bool> AcceptsAsync(HedgingPredicateArguments<object> ended)
    {
        if (ended.Outcome.Exception is null)
            _accepted.TrySetResult();
        return new(ended.Outcome.Exception is not null);
    }

    private PlanOptions With(int maxParallel)
    {
        var options = Options;
        options.MaxParallel = maxParallel;
        return options;
    }

    private static Task WhenCancelled(CancellationToken token)
    {
        var cancelled = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        token.Register(cancelled.SetResult);
        return cancelled.Task;
    }

    private static TestPlan Plan(Gate[] gates, StepPolicy? policy = null) =>
        new TestPlan().Governed("a", context => gates[context.Attempt - 1].EnterAsync(context.CancellationToken), policy ?? new() { Pipeline = "hedged" });

    private sealed class HedgeOptions() : ResilienceStrategyOptions;

    private sealed class Hedge : ResilienceStrategy
    {
        protected override async ValueTask<Outcome<TResult>> ExecuteCore<TResult, TState>(
            Func<ResilienceContext, TState, ValueTask<Outcome<TResult>>> callback, ResilienceContext context, TState state)
        {
            using var losing = CancellationTokenSource.CreateLinkedTokenSource(context.CancellationToken);
            var calls = new[] { CallAsync(), CallAsync() };
            var first = await Task.WhenAny(calls).ConfigureAwait(false);
            await losing.CancelAsync().ConfigureAwait(false);
            await Task.WhenAll(calls).ConfigureAwait(false);
            return await first.ConfigureAwait(false);

            Task<Outcome<TResult>> CallAsync() => callback(ResilienceContextPool.Shared.Get(losing.Token), state).AsTask();
        }
    }
}
