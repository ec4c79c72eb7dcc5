using PlanDsl.Testing.Internal;

namespace PlanDsl.Tests;

/// <summary>Runs a simulated plan on the engine, in virtual time and on one thread: bodies wait for timers of a manual
/// clock, and go on inline when these fire.</summary>
/// <param name="plan">The plan.</param>
/// <param name="start">What time it is when the run starts; <see langword="null"/> for any.</param>
internal class Simulation(SimulatedPlan plan, DateTimeOffset? start = null) : ISimulatedBodies
{
    private readonly ManualTimeProvider _clock = new(start);
    private readonly Queue<IThreadPoolWorkItem> _workers = new();
    private readonly List<string> _calls = [];
    private readonly EventRecorder _events = new();
    private readonly FanOut<int, int>?[] _fanOuts = new FanOut<int, int>?[plan.Steps.Length];
    private DateTimeOffset _openedAt;
    private int _executing;
    private int _mostAtOnce;

    public EventRecorder Events => _events;

    protected SimulatedPlan Plan => plan;

    /// <summary>What was called, in order.</summary>
    public IReadOnlyList<string> Calls => _calls;

    public PlanRun Run { get; private set; } = null!;

    public virtual async Task<Observed> ExecuteAsync()
    {
        ExecuteOnThisThread();
        Assert.True(Run.Completion.IsCompletedSuccessfully, $"The run hangs, with {Run.Steps.Statuses()}.");
        var endedAt = Elapsed;
        var outcome = await Run.Completion.ConfigureAwait(false);
        await _events.Ended.Soon().ConfigureAwait(false);
        return Observe(outcome.Status, outcome, endedAt);
    }

    /// <summary>What time it is to the run.</summary>
    protected TimeProvider Clock => _clock;

    /// <summary>Whether the run has ended.</summary>
    protected virtual bool HasEnded => Run.Completion.IsCompleted;

    /// <summary>The time that has passed since the run was started.</summary>
    protected TimeSpan Elapsed => _clock.GetUtcNow() - _openedAt;

    /// <summary>What is to be seen of the run; no ends of steps where it tells nothing of them.</summary>
    protected Observed Observe(RunStatus status, PlanOutcome? outcome, TimeSpan endedAt) => new(
        string.Join(' ', _calls),
        outcome is null ? "" : string.Join(' ', EndsOf(outcome).Order(StringComparer.Ordinal)),
        $"{status}{(outcome?.Error is { } error ? $" {error.StepId} {error.Kind}" : "")} @{endedAt.TotalSeconds}",
        plan.IsLong ? 0 : _mostAtOnce);

    private IEnumerable<string> EndsOf(PlanOutcome outcome)
    {
        var ended = outcome.Steps.SelectMany(All).ToDictionary(static step => step.Path, StringComparer.Ordinal);
        foreach (var (index, step) in plan.Steps.Index())
        {
            var path = plan.PathOf(index);
            yield return EndText.Of(path, step.HasAttempts, ended[path]);
            if (step.Group is not null)
                continue;
            foreach (var part in ended[path].Children.SelectMany(All).Where(static part => All(part).Any(static one => one.Attempts > 0)))
                yield return EndText.Of(part.Path, step.Loop is null || part.Path.Contains('#'), part);
        }
    }

    private static IEnumerable<StepOutcome> All(StepOutcome step) => step.Children.SelectMany(All).Prepend(step);

    protected void ExecuteOnThisThread()
    {
        var thread = Environment.CurrentManagedThreadId;
        var context = SynchronizationContext.Current;
        SynchronizationContext.SetSynchronizationContext(null);
        WorkerThread.Queue = _workers;
        _openedAt = _clock.GetUtcNow();
        try
        {
            Start();
            do
            {
                while (_workers.TryDequeue(out var worker))
                    worker.Execute();
                Assert.Equal(thread, Environment.CurrentManagedThreadId);
            }
            while (!HasEnded && _clock.AdvanceToNextTimer());
        }
        finally
        {
            WorkerThread.Queue = null;
            SynchronizationContext.SetSynchronizationContext(context);
        }
    }

    protected virtual void Start()
    {
        using var cancellation = new CancellationTokenSource();
        if (plan.CancelAt == TimeSpan.Zero && Before == TimeSpan.Zero)
            cancellation.Cancel();
        else if (plan.CancelAt - Before is { Ticks: > 0 } moment)
            After(moment, () => Run.Cancel());
        foreach (var (step, at) in plan.StepCancellations.Where(cancellation => cancellation.At > Before))
            After(at - Before, () => Run.CancelStep(plan.IdOf(step)));
        Run = Begin(new() { TimeProvider = _clock, Observer = _events, CancelGrace = SimulatedPlan.Grace }, cancellation.Token);
    }

    /// <summary>The time that had passed since the run began when it was resumed; none for one that begins.</summary>
    protected virtual TimeSpan Before => TimeSpan.Zero;

    protected virtual PlanRun Begin(PlanOptions options, CancellationToken cancellationToken) =>
        PlanEngine.Start(new SimulatedProgram(plan, SimulatedTable.Of(plan), this), options, cancellationToken);

    public bool Decide(SimulatedCall call)
    {
        var step = plan.Steps[call.Step];
        if (call.Kind is SimulatedCallKind.Until)
            return step.HoldsAfter(call.Iteration, call.Element) && (step.Loop!.Throws ? throw new InvalidOperationException("undecidable") : true);
        Note(call);
        return step.Condition switch
        {
            SimulatedCondition.Throws => throw new InvalidOperationException("undecidable"),
            var condition => condition is SimulatedCondition.Holds,
        };
    }

    public FanOut OpenFanOut(SimulatedCall call)
    {
        Note(call);
        return _fanOuts[call.Step] = FanOut.Over<int, int>(Enumerable.Range(0, plan.Steps[call.Step].Elements!.Value));
    }

    public virtual ValueTask InvokeAsync(SimulatedCall call, CancellationToken cancellationToken)
    {
        Note(call);
        var step = plan.Steps[call.Step];
        return InvokeAsync(call.BodyOf(step), step.StopsAfter, call.Kind is not SimulatedCallKind.Compensation, cancellationToken);
    }

    private ValueTask InvokeAsync(SimulatedAttempt attempt, TimeSpan? stops, bool isCounted, CancellationToken cancellationToken)
    {
        if (isCounted)
            _mostAtOnce = Math.Max(_mostAtOnce, ++_executing);
        if (attempt.Duration == TimeSpan.Zero)
            return End(attempt.Ending, isCounted);

        var returned = new TaskCompletionSource();
        After(attempt.Duration, () => returned.TrySetFrom(attempt.Ending));
        if (stops is { } stopsAfter)
            cancellationToken.Register(() => After(stopsAfter, () => returned.TrySetCanceled(cancellationToken)));
        return new(LeaveAsync(returned.Task, isCounted));
    }

    private async Task LeaveAsync(Task returned, bool isCounted)
    {
        try
        {
            await returned.ConfigureAwait(false);
        }
        finally
        {
            _executing -= isCounted ? 1 : 0;
        }
    }

    private ValueTask End(Ending ending, bool isCounted)
    {
        _executing -= isCounted ? 1 : 0;
        return ending switch
        {
            Ending.Returns => default,
            Ending.Throws => throw new InvalidOperationException("on the spot"),
            _ => ValueTask.FromException(new OperationCanceledException("on the spot")),
        };
    }

    private void Note(SimulatedCall call) => _calls.Add($"{call}@{Elapsed.TotalSeconds}");

    protected void After(TimeSpan delay, Action action) =>
        _clock.CreateTimer(_ => action(), null, delay, Timeout.InfiniteTimeSpan);
}
