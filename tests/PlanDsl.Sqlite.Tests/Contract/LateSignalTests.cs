using PlanDsl.Testing.Internal;

namespace PlanDsl.Tests;

/// <summary>Signals that are given while nobody executes the run, and the deadlines of the waits for them: what counts is when a signal was
/// given, and not when somebody has gone on with the run.</summary>
public abstract class LateSignalTests<TStorage> : IDisposable where TStorage : TestStorage, new()
{
    private const string RunId = "r";

    // Half an hour each.
    private const string Bounded = """{ "plan_id": "waiting", "steps": [ { "id": "w", "wait": { "signal": "go", "timeout_sec": 1800 } } ] }""";
    private const string BoundedInAll = """{ "plan_id": "waiting", "steps": [ { "id": "w", "wait": { "signal": "go" }, "total_timeout_sec": 1800 } ] }""";
    private const string Retried = """{ "plan_id": "waiting", "steps": [ { "id": "w", "wait": { "signal": "go", "timeout_sec": 1800 }, "retries": 1 } ] }""";

    // When the journal says that something is asked.
    private static readonly DateTimeOffset Asked = Recorded.Time.AddDays(3);

    private readonly TStorage _storage = new();

    public void Dispose()
    {
        GC.SuppressFinalize(this);
        _storage.Dispose();
    }

    [Theory]
    [InlineData(Bounded)]
    [InlineData(BoundedInAll)]
    public async Task A_signal_that_was_given_after_the_deadline_comes_too_late(string plan)
    {
        await LeaveAsync(plan, begun: Asked.AddHours(-1));
        await _storage.Open().RequestAsync(RunId, new RunSignalRequest("go"));

        var outcome = await GoOnAsync(_storage.Open(), plan, Asked.AddMinutes(1));

        Assert.Equal((RunStatus.Failed, FailureKind.Timeout), (outcome.Status, outcome.Error!.Kind));
        var events = await _storage.Open().ReadAsync(RunId).ToListAsync();
        Assert.Single(events.OfType<StepTimeoutEvent>());
        Assert.Null(Assert.Single(events.OfType<SignalReceivedEvent>()).StepPath);

        // Whenever somebody else has to go on with it.
        await SameAfterEachEventAsync(plan, events, outcome);
    }

    [Theory]
    [InlineData(Bounded)]
    [InlineData(BoundedInAll)]
    public async Task A_signal_that_was_given_before_the_deadline_is_taken_whenever_the_run_goes_on(string plan)
    {
        await LeaveAsync(plan, begun: Asked.AddMinutes(-10));
        await _storage.Open().RequestAsync(RunId, new RunSignalRequest("go"));

        var outcome = await GoOnAsync(_storage.Open(), plan, Asked.AddHours(1));

        Assert.Equal(RunStatus.Succeeded, outcome.Status);
        var events = await _storage.Open().ReadAsync(RunId).ToListAsync();
        Assert.Empty(events.OfType<StepTimeoutEvent>());
        await SameAfterEachEventAsync(plan, events, outcome);
    }

    [Fact]
    public async Task A_signal_that_comes_too_late_is_kept_for_the_next_attempt()
    {
        await LeaveAsync(Retried, begun: Asked.AddHours(-1));
        await _storage.Open().RequestAsync(RunId, new RunSignalRequest("go"));

        var outcome = await GoOnAsync(_storage.Open(), Retried, Asked.AddMinutes(1));

        Assert.Equal((RunStatus.Succeeded, 3), (outcome.Status, outcome.Steps[0].Attempts));
        Assert.Single((await _storage.Open().ReadAsync(RunId).ToListAsync()).OfType<StepTimeoutEvent>());
    }

    // The clock of whoever gave it was ahead of what it is now, and by that the wait is not over.
    [Fact]
    public async Task Where_the_clock_has_gone_back_a_signal_that_is_there_before_the_deadline_is_taken()
    {
        await LeaveAsync(Bounded, begun: Asked.AddHours(-10));
        await _storage.Open().RequestAsync(RunId, new RunSignalRequest("go"));

        var outcome = await GoOnAsync(_storage.Open(), Bounded, Asked.AddHours(-10).AddMinutes(20));

        Assert.Equal(RunStatus.Succeeded, outcome.Status);
    }

    // By what is recorded no more time has passed than until the last event, whatever the clock says now.
    [Fact]
    public async Task Where_the_clock_has_gone_back_behind_what_is_recorded_no_wait_is_over_by_that()
    {
        await LeaveAsync(Bounded, begun: Asked.AddHours(10));
        await _storage.Open().RequestAsync(RunId, new RunSignalRequest("go"));

        Assert.Equal(RunStatus.Succeeded, (await GoOnAsync(_storage.Open(), Bounded, Asked)).Status);
    }

    private static async Task SameAfterEachEventAsync(string plan, List<PlanEvent> events, PlanOutcome outcome)
    {
        var from = events.FindIndex(static happened => happened is SignalReceivedEvent);
        for (var left = from + 1; left < events.Count; left++)
        {
            var journal = new MemoryJournal();
            await journal.RecordAsync(RunId, events[..left]).ConfigureAwait(false);
            var again = await GoOnAsync(journal, plan, Asked.AddDays(1)).ConfigureAwait(false);
            Assert.True((outcome.Status, outcome.Error?.Kind) == (again.Status, again.Error?.Kind), $"after {left}: {again.Status} {again.Error?.Message}");
        }
    }

    private async Task LeaveAsync(string plan, DateTimeOffset begun)
    {
        var run = Parsed(plan).Start(options: new() { Journal = _storage.Open(), RunId = RunId, TimeProvider = new ManualTimeProvider(begun) });
        await run.WhenStatus("w", StepStatus.Waiting).ConfigureAwait(false);
        Assert.True(await run.TryLetGoAsync().ConfigureAwait(false));
    }

    private static async Task<PlanOutcome> GoOnAsync(IPlanJournal journal, string plan, DateTimeOffset now)
    {
        var run = await Parsed(plan).ResumeAsync(RunId, new() { Journal = journal, TimeProvider = new HastyClock(now) }).ConfigureAwait(false);
        return await run.Completion.Soon().ConfigureAwait(false);
    }

    private static InterpretedPlan Parsed(string plan) => InterpretedPlan.Parse(plan, "waiting.plan.json");

    /// <summary>A clock that stands still, and whose timers fire before anything else can happen if they are due at once.</summary>
    private sealed class HastyClock(DateTimeOffset now) : TimeProvider
    {
        private readonly ManualTimeProvider _clock = new(now);

        public override long TimestampFrequency => _clock.TimestampFrequency;

        public override DateTimeOffset GetUtcNow() => _clock.GetUtcNow();

        public override long GetTimestamp() => _clock.GetTimestamp();

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            if (dueTime == TimeSpan.Zero)
                callback(state);
            return _clock.CreateTimer(callback, state, dueTime == TimeSpan.Zero ? Timeout.InfiniteTimeSpan : dueTime, period);
        }
    }
}
