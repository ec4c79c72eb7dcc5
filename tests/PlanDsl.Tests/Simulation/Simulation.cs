using PlanDsl.Testing.Internal;

namespace PlanDsl.Tests;

/// <summary>Runs a simulated plan on the engine, in virtual time and on one thread: bodies wait for timers of a manual
/// clock, and go on inline when these fire.</summary>
internal sealed class Simulation(SimulatedPlan plan)
{
    private readonly ManualTimeProvider _clock = new();
    private readonly List<string> _starts = [];
    private readonly EventRecorder _events = new();
    private DateTimeOffset _openedAt;
    private int _executing;
    private int _mostAtOnce;

    public EventRecorder Events => _events;

    public PlanRun Run { get; private set; } = null!;

    public Observed Execute()
    {
        var thread = Environment.CurrentManagedThreadId;
        var context = SynchronizationContext.Current;
        SynchronizationContext.SetSynchronizationContext(null);
        try
        {
            Start();
            while (_clock.AdvanceToNextTimer())
                Assert.Equal(thread, Environment.CurrentManagedThreadId);
        }
        finally
        {
            SynchronizationContext.SetSynchronizationContext(context);
        }

        Assert.True(Run.Completion.IsCompletedSuccessfully, "The run hangs.");
        var outcome = Run.Completion.Result;
        return new(
            string.Join(' ', _starts),
            string.Join(' ', outcome.Steps.Select(static step => $"{step.Status}/{step.Attempts}/{step.Error?.Kind}")),
            $"{outcome.Status} {outcome.Error?.StepId} {outcome.Error?.Kind}",
            _mostAtOnce);
    }

    private void Start()
    {
        _openedAt = _clock.GetUtcNow();
        using var cancellation = new CancellationTokenSource();
        if (plan.CancelAt == TimeSpan.Zero)
            cancellation.Cancel();
        else if (plan.CancelAt is { } moment)
            _clock.CreateTimer(_ => Run.Cancel(), null, moment, Timeout.InfiniteTimeSpan);

        var program = new DelegateProgram(
            PlanTable.From(plan.ToModel()),
            (step, cancellationToken) => InvokeAsync(step, attempt: 1, cancellationToken),
            (step, context) => InvokeAsync(step, context.Attempt, context.CancellationToken));
        Run = PlanEngine.Start(program, new() { TimeProvider = _clock, Observer = _events }, cancellation.Token);
    }

    private ValueTask InvokeAsync(int step, int attempt, CancellationToken cancellationToken)
    {
        _starts.Add($"s{step}@{(_clock.GetUtcNow() - _openedAt).TotalSeconds:00.0}");
        _mostAtOnce = Math.Max(_mostAtOnce, ++_executing);
        var (duration, ending) = plan.Steps[step].Attempt(attempt);
        if (duration == TimeSpan.Zero)
            return End(ending);

        var returned = new TaskCompletionSource();
        After(duration, () => returned.TrySetFrom(ending));
        if (plan.Steps[step].StopsAfter is { } stopsAfter)
            cancellationToken.Register(() => After(stopsAfter, () => returned.TrySetCanceled(cancellationToken)));
        return new(LeaveAsync(returned.Task));
    }

    private async Task LeaveAsync(Task returned)
    {
        try
        {
            await returned.ConfigureAwait(false);
        }
        finally
        {
            _executing--;
        }
    }

    private ValueTask End(Ending ending)
    {
        _executing--;
        return ending switch
        {
            Ending.Returns => default,
            Ending.Throws => throw new InvalidOperationException("on the spot"),
            _ => ValueTask.FromException(new OperationCanceledException("on the spot")),
        };
    }

    private void After(TimeSpan delay, Action action) =>
        _clock.CreateTimer(_ => action(), null, delay, Timeout.InfiniteTimeSpan);
}
