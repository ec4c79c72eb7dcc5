using Polly;
using Polly.CircuitBreaker;
using Polly.Hedging;
using Polly.Registry;
using Polly.Retry;
using Polly.Timeout;
using PlanDsl.Testing.Internal;

namespace PlanDsl.Tests;

public sealed class PipelineTests : IAsyncDisposable
{
    private readonly ManualTimeProvider _clock = new();
    private readonly EventRecorder _recorder = new();
    private readonly ResiliencePipelineRegistry<string> _pipelines = new();
    private int _attempts;

    private PlanOptions Options => new() { TimeProvider = _clock, Observer = _recorder, Pipelines = _pipelines };

    public ValueTask DisposeAsync() => _pipelines.DisposeAsync();

    [Fact]
    public async Task A_named_pipeline_is_around_all_attempts()
    {
        Register(static builder => builder.AddRetry(new RetryStrategyOptions { MaxRetryAttempts = 1, Delay = TimeSpan.Zero }));

        var outcome = await Plan(FailsTimes(3), retries: 1).Start(Options).Completion.Soon();
        await _recorder.Ended.Soon();

        Assert.Equal((RunStatus.Succeeded, 4, 4), (outcome.Status, _attempts, outcome.Steps[0].Attempts));
        Assert.Equal([1, 2, 3, 4], _recorder.Events.OfType<StepStartedEvent>().Select(static started => started.Attempt));
        Assert.Equal([1, 3], _recorder.Events.OfType<StepRetryEvent>().Select(static retry => retry.Attempt));
        _recorder.AssertTellOf(outcome, "named");
    }

    [Fact]
    public async Task What_a_pipeline_throws_is_the_steps_failure()
    {
        Register(static builder => builder.AddCircuitBreaker(new CircuitBreakerStrategyOptions { MinimumThroughput = 2, FailureRatio = 0.1 }));
        var plan = Plan(FailsTimes(100));

        for (var run = 0; run < 2; run++)
            Assert.Equal("broken", (await plan.Start(Options).Completion.Soon()).Error!.Message);
        var error = (await plan.Start(new() { Pipelines = _pipelines }).Completion.Soon()).Error!;

        Assert.IsType<BrokenCircuitException>(error.Exception);
        Assert.Equal(2, _attempts);
    }

    [Fact]
    public async Task A_pipeline_may_cut_a_wait_short()
    {
        Register(builder =>
        {
            builder.TimeProvider = _clock;
            builder.AddTimeout(new TimeoutStrategyOptions { Timeout = TimeSpan.FromSeconds(5) });
        });
        var run = Plan(FailsTimes(100), retries: 100, delay: 2).Start(Options);

        _clock.Advance(TimeSpan.FromSeconds(5));
        var outcome = await run.Completion.Soon();
        await _recorder.Ended.Soon();

        Assert.IsType<TimeoutRejectedException>(outcome.Error!.Exception);
        Assert.Equal(("a=Failed", 3), (outcome.Statuses(), _attempts));
        _recorder.AssertTellOf(outcome, "cut short");
    }

    [Fact]
    public async Task A_fallback_after_a_wait_that_was_cut_short_waits_for_a_slot()
    {
        Register(builder =>
        {
            builder.TimeProvider = _clock;
            builder.AddTimeout(new TimeoutStrategyOptions { Timeout = TimeSpan.FromSeconds(5) });
        });
        var (other, fallback) = (new Gate(), new Gate());
        var plan = new TestPlan { MaxParallel = 1 }.Async("a", FailsTimes(100))
            .With(new() { Pipeline = "flaky", Retries = 1, RetryDelay = TimeSpan.FromHours(1) })
            .Fallback(_ => fallback.EnterAsync(default))
            .Async("other", other);
        var run = plan.Start(Options);
        await other.Entered.Soon();

        _clock.Advance(TimeSpan.FromSeconds(5));
        Assert.Equal((false, "a=Waiting other=Running"), (fallback.IsEntered, run.Steps.Statuses()));
        other.Open();
        await fallback.Entered.Soon();
        fallback.Open();

        var outcome = await run.Completion.Soon();
        Assert.Equal(("a=Succeeded other=Succeeded", true, 1), (outcome.Statuses(), outcome.Steps[0].IsFallback, _attempts));
    }

    [Fact]
    public async Task A_limit_on_the_rate_refuses_what_is_beyond_it()
    {
        // As Polly's rate limiter does it: one permit, for all runs together, and whoever gets none is told so.
        var permits = new SemaphoreSlim(1);
        Register(builder => builder.AddStrategy(_ => new Limiter(permits), new LimiterOptions()));
        var gate = new Gate();
        var plan = Plan(gate.EnterAsync);
        var first = plan.Start(Options);
        await gate.Entered.Soon();

        var second = await plan.Start(new() { Pipelines = _pipelines }).Completion.Soon();
        gate.Open();

        Assert.Equal(("a=Failed", 0, "no permit"), (second.Statuses(), _attempts, second.Error!.Message));
        Assert.Equal(RunStatus.Succeeded, (await first.Completion.Soon()).Status);
    }

    [Fact]
    public async Task A_pipeline_that_calls_again_after_the_run_was_cancelled_is_refused()
    {
        Register(builder => builder.AddRetry(new RetryStrategyOptions { MaxRetryAttempts = 5, Delay = TimeSpan.Zero, ShouldHandle = static _ => new(true) }));
        var gate = new Gate();
        var run = Plan(_ => ++_attempts == 1 ? gate.EnterAsync(default) : Task.CompletedTask).Start(Options);
        await gate.Entered.Soon();

        run.Cancel();
        gate.Fail(new InvalidOperationException("broken"));

        Assert.Equal(("a=Failed", 1), ((await run.Completion.Soon()).Statuses(), _attempts));
    }

    [Fact]
    public void One_of_another_result_than_any_object_cannot_be_named()
    {
        _pipelines.TryAddBuilder<int>("flaky", static (builder, _) => builder.AddHedging(new HedgingStrategyOptions<int>()));

        var thrown = Assert.Throws<KeyNotFoundException>(() => Plan(FailsTimes(0)).Start(Options));
        Assert.EndsWith("names the pipeline 'flaky', which PlanOptions.Pipelines does not hold: register a ResiliencePipeline under that name, or a ResiliencePipeline<object>.", thrown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_plan_that_names_a_pipeline_does_not_start_without_it()
    {
        var plan = Plan(FailsTimes(0));

        Assert.Equal(
            "Step 'a' names the pipeline 'flaky', and the run is given none: start it by Start(…, new PlanOptions { Pipelines = … }).",
            Assert.Throws<InvalidOperationException>(() => plan.Start()).Message);
        Assert.Contains("'flaky'", Assert.Throws<KeyNotFoundException>(() => plan.Start(Options)).Message, StringComparison.Ordinal);
        Assert.Throws<InvalidOperationException>(() => { _ = plan.RunAsync(); });
        Assert.Equal(0, _attempts);
    }

    private TestPlan Plan(Func<CancellationToken, Task> body, int retries = 0, int delay = 0) => new TestPlan().Async("a", body)
        .With(new() { Pipeline = "flaky", Retries = retries, RetryDelay = retries == 0 || delay == 0 ? null : TimeSpan.FromSeconds(delay) });

    private void Register(Action<ResiliencePipelineBuilder> configure) => Assert.True(_pipelines.TryAddBuilder("flaky", (builder, _) => configure(builder)));

    private Func<CancellationToken, Task> FailsTimes(int times) => _ =>
        ++_attempts <= times ? throw new InvalidOperationException("broken") : Task.CompletedTask;

    private sealed class LimiterOptions() : ResilienceStrategyOptions;

    private sealed class Limiter(SemaphoreSlim permits) : ResilienceStrategy
    {
        protected override async ValueTask<Outcome<TResult>> ExecuteCore<TResult, TState>(
            Func<ResilienceContext, TState, ValueTask<Outcome<TResult>>> callback, ResilienceContext context, TState state)
        {
            if (!permits.Wait(0))
                return Outcome.FromException<TResult>(new InvalidOperationException("no permit"));
            try
            {
                return await callback(context, state).ConfigureAwait(false);
            }
            finally
            {
                permits.Release();
            }
        }
    }
}
