using Polly;
using Polly.Registry;
using PlanDsl.Testing.Internal;

namespace PlanDsl.Tests;

/// <summary>Pipelines that call the body again while it executes, as Polly's hedging does.</summary>
public sealed class HedgingTests : IAsyncDisposable
{
    private readonly ManualTimeProvider _clock = new();
    private readonly EventRecorder _recorder = new();
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
