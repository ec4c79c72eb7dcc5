using Polly.Registry;
using PlanDsl.Testing.Internal;

namespace PlanDsl.Tests;

/// <summary>Calls of one step's body that meet each other, the end of their pipeline, or the wait for a retry.</summary>
public sealed class OverlappingCallsTests : IAsyncDisposable
{
    private static readonly StepPolicy Retried = new() { Pipeline = "calls", Retries = 1, RetryDelay = TimeSpan.FromSeconds(5) };

    private readonly ManualTimeProvider _clock = new();
    private readonly EventRecorder _recorder = new();
    private readonly ResiliencePipelineRegistry<string> _pipelines = new();
    private readonly Gate[] _gates = [new(), new(), new(), new()];
    private readonly TaskCompletionSource _ask = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource<Task<Exception?>[]> _called = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public ValueTask DisposeAsync() => _pipelines.DisposeAsync();

    [Fact]
    public async Task Of_attempts_that_fail_at_once_each_is_retried()
    {
        Twice(static calls => Task.WhenAny(calls).Unwrap());
        var slow = new SlowException();
        var run = Start(Retried);
        await BothEntered();
        _gates[0].Fail(slow);
        await slow.Asked.Soon();
        _gates[1].Fail(new InvalidOperationException("two"));
        await run.WhenStatus("a", StepStatus.Waiting).Soon();
        _clock.Advance(TimeSpan.FromSeconds(1));
        slow.Answer();
        await _clock.WhenTimerIsDueIn(TimeSpan.FromSeconds(5)).Soon();

        _clock.Advance(TimeSpan.FromSeconds(5));

        await _gates[2].Entered.Soon();
        await _gates[3].Entered.Soon();
        _gates[2].Open();
        _gates[3].Open();
        await AssertEndsAsync(run, "a=Succeeded", attempts: 4);
    }

    [Fact]
    public async Task A_step_of_which_an_attempt_has_returned_waits_for_no_retry_of_another()
    {
        Twice(async calls =>
        {
            await _ask.Task.ConfigureAwait(false);
            return null;
        });
        var run = Start(Retried);
        await BothEntered();
        _gates[0].Open();
        await (await _called.Task.Soon())[0].Soon();
        _gates[1].Fail(new InvalidOperationException("two"));
        await _clock.WhenTimerIsDueIn(TimeSpan.FromSeconds(5)).Soon();

        _ask.SetResult();
        await AssertEndsAsync(run, "a=Succeeded", attempts: 2);
        _clock.Advance(TimeSpan.FromSeconds(5));
        await (await _called.Task.Soon())[1].Soon();
        Assert.False(_gates[2].IsEntered);
    }

    [Fact]
    public async Task Each_retry_is_told_as_that_of_the_attempt_that_has_failed()
    {
        Twice(static calls => Task.WhenAny(calls).Unwrap());
        var run = Start(Retried);
        await BothEntered();
        _gates[1].Fail(new InvalidOperationException("two"));
        await _clock.WhenTimerIsDueIn(TimeSpan.FromSeconds(5)).Soon();
        _gates[0].Fail(new InvalidOperationException("one"));
        await run.WhenStatus("a", StepStatus.Waiting).Soon();

        _gates[2].Open();
        _gates[3].Open();
        _clock.Advance(TimeSpan.FromSeconds(5));

        await run.Completion.Soon();
        await _recorder.Ended.Soon();
        Assert.Equal([(2, "two"), (1, "one")], _recorder.Events.OfType<StepRetryEvent>().Select(static retry => (retry.Attempt, retry.Error.Message)));
    }

    [Fact]
    public async Task A_call_in_line_gives_up_when_its_pipeline_ends()
    {
        var other = new Gate();
        CallingStrategy.Register(_pipelines, "calls", async (call, _) =>
        {
            Task<Exception?>[] calls = [call(default), null!];
            await _ask.Task.ConfigureAwait(false);
            calls[1] = call(default);
            _called.SetResult(calls);
            return new InvalidOperationException("given up");
        });
        var options = Options;
        options.MaxParallel = 1;
        var run = Plan(Retried).Async("other", other.EnterAsync, onFailure: FailurePolicy.Continue).Start(options);
        await _gates[0].Entered.Soon();
        _gates[0].Fail(new InvalidOperationException("once"));
        await other.Entered.Soon();

        _ask.SetResult();

        Assert.NotNull(await (await _called.Task.Soon())[1].Soon());
        other.Open();
        await AssertEndsAsync(run, "a=Failed other=Succeeded", attempts: 1);
        Assert.False(_gates[1].IsEntered);
    }

    [Fact]
    public async Task An_attempt_that_cannot_be_timed_fails()
    {
        Twice(static calls => Task.WhenAny(calls).Unwrap());
        var run = Plan(new() { Pipeline = "calls", Timeout = TimeSpan.FromSeconds(10) }).Start(new() { TimeProvider = new NoTimers(), Observer = _recorder, Pipelines = _pipelines });

        await AssertEndsAsync(run, "a=Failed", attempts: 2);
        Assert.False(_gates[0].IsEntered);
    }

    [Fact]
    public async Task What_an_attempt_tells_when_it_has_ended_is_not_heard_while_another_goes_on()
    {
        Twice(static calls => Task.WhenAny(calls).Unwrap());
        StepContext? second = null;
        var run = new TestPlan().Governed("a", context =>
        {
            second = context.Attempt == 2 ? context : second;
            return _gates[context.Attempt - 1].EnterAsync(context.CancellationToken);
        }, new() { Pipeline = "calls" }).Start(Options);
        await BothEntered();
        _gates[1].Fail(new InvalidOperationException("two"));
        await (await _called.Task.Soon())[1].Soon();

        second!.ReportProgress(0.5);
        second.Heartbeat();
        _gates[0].Open();

        await run.Completion.Soon();
        await _recorder.Ended.Soon();
        Assert.DoesNotContain(_recorder.Events, static told => told is StepProgressEvent or StepHeartbeatEvent);
    }

    [Fact]
    public async Task What_comes_late_from_an_attempt_left_behind_does_not_replace_what_the_fallback_returned()
    {
        CallingStrategy.Register(_pipelines, "calls", async (call, token) =>
        {
            var first = call(token);
            await _ask.Task.ConfigureAwait(false);
            var second = call(token);
            _called.SetResult([first, second]);
            return await second.ConfigureAwait(false);
        });
        var result = "";
        var fallback = new Gate();
        var late = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var run = new TestPlan().Governed("a", async context =>
        {
            await _gates[context.Attempt - 1].EnterAsync(context.CancellationToken).ConfigureAwait(false);
            context.Keep("late", ref result);
            late.SetResult();
        }, new() { Pipeline = "calls", Timeout = TimeSpan.FromSeconds(10) }).Fallback(async context =>
        {
            context.Keep("fallback", ref result);
            await fallback.EnterAsync(default).ConfigureAwait(false);
        }).Start(Options);
        await _gates[0].Entered.Soon();
        _clock.Advance(TimeSpan.FromSeconds(35));
        _ask.SetResult();
        await _gates[1].Entered.Soon();
        _clock.Advance(TimeSpan.FromSeconds(5));
        await (await _called.Task.Soon())[0].Soon();
        _gates[1].Fail(new InvalidOperationException("two"));
        await fallback.Entered.Soon();

        _gates[0].Open();
        await late.Task.Soon();
        Assert.Equal("fallback", result);
        fallback.Open();
        await AssertEndsAsync(run, "a=Succeeded", attempts: 2);
    }

    private PlanOptions Options => new() { TimeProvider = _clock, Observer = _recorder, Pipelines = _pipelines };

    private void Twice(Func<Task<Exception?>[], Task<Exception?>> end) => CallingStrategy.Register(_pipelines, "calls", async (call, token) =>
    {
        Task<Exception?>[] calls = [call(token), call(token)];
        _called.SetResult(calls);
        return await end(calls).ConfigureAwait(false);
    });

    private TestPlan Plan(StepPolicy policy) => new TestPlan().Governed("a", context => _gates[context.Attempt - 1].EnterAsync(context.CancellationToken), policy);

    private PlanRun Start(StepPolicy policy) => Plan(policy).Start(Options);

    private async Task BothEntered()
    {
        await _gates[0].Entered.Soon();
        await _gates[1].Entered.Soon();
    }

    private async Task AssertEndsAsync(PlanRun run, string statuses, int attempts)
    {
        var outcome = await run.Completion.Soon();
        Assert.Equal((statuses, attempts), (outcome.Statuses(), outcome.Steps[0].Attempts));
        await _recorder.Ended.Soon();
        _recorder.AssertTellOf(outcome, "called twice", isHedged: true);
    }

    /// <summary>A failure that holds up whoever first asks what it is about.</summary>
    private sealed class SlowException : Exception
    {
        private readonly TaskCompletionSource _asked = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private volatile bool _isAnswered;

        public Task Asked => _asked.Task;

        public override string Message
        {
            get
            {
                _asked.TrySetResult();
                SpinWait.SpinUntil(() => _isAnswered);
                return "one";
            }
        }

        public void Answer() => _isAnswered = true;
    }

    private sealed class NoTimers : TimeProvider
    {
        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) => throw new InvalidOperationException("no timers");
    }
}
