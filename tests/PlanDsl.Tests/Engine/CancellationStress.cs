namespace PlanDsl.Tests;

/// <summary>Runs of one large plan that are cancelled at a random moment: when so many bodies have been entered, by a thread that
/// is not the run's.</summary>
internal sealed class CancellationStress(SimulatedPlan plan) : ISimulatedBodies
{
    private readonly PlanTable _table = SimulatedTable.Of(plan);
    private TaskCompletionSource _moment = new();
    private int _left;
    private int _executing;

    /// <summary>A plan of layers, with edges from each to the next, that has a bit of everything in it.</summary>
    public static SimulatedPlan PlanOf(int steps, int width) => new(
        [.. Enumerable.Range(0, steps).Select(step => new SimulatedStep(
            step < width ? [] : [step - width, step - 1 - (step % width == 0 ? 0 : width)],
            FailurePolicy.Continue,
            Critical: null,
            [new(TimeSpan.FromSeconds(step % 4), step % 11 == 0 ? Ending.Throws : Ending.Returns)],
            step % 3 == 0 ? null : TimeSpan.FromTicks(1),
            step % 7 == 0 ? new() { Retries = 1, Timeout = TimeSpan.FromMinutes(5) } : null)
        {
            IsSync = step % 4 == 0,
        })],
        MaxParallel: null,
        Timeout: null,
        CancelAt: null,
        StepCancellations: []);

    /// <summary>Makes a run and cancels it when this many bodies have been entered.</summary>
    public async Task ExecuteAsync(int entered)
    {
        _left = entered;
        _moment = new(TaskCreationOptions.RunContinuationsAsynchronously);
        var run = PlanEngine.Start(new SimulatedProgram(plan, _table, this));
        var cancelled = CancelInTimeAsync(run);

        var outcome = await run.Completion.Soon().ConfigureAwait(false);

        Assert.True(Volatile.Read(ref _executing) == 0, $"{_executing} bodies execute after the end.");
        Assert.DoesNotContain(outcome.Steps, static step => step.Status is StepStatus.Pending or StepStatus.Running or StepStatus.Waiting);
        _moment.TrySetResult();
        await cancelled.Soon().ConfigureAwait(false);
    }

    public bool Decide(SimulatedCall call) => throw new NotSupportedException();

    public FanOut OpenFanOut(SimulatedCall call) => throw new NotSupportedException();

    public async ValueTask InvokeAsync(SimulatedCall call, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref _executing);
        try
        {
            if (Interlocked.Decrement(ref _left) == 0)
                _moment.TrySetResult();
            var step = plan.Steps[call.Step];
            var attempt = call.BodyOf(step);
            for (var i = 0; i < attempt.Duration.Seconds; i++)
            {
                await Task.Yield();
                if (step.StopsAfter is not null)
                    cancellationToken.ThrowIfCancellationRequested();
            }

            if (attempt.Ending is not Ending.Returns)
                throw new InvalidOperationException("broken");
        }
        finally
        {
            Interlocked.Decrement(ref _executing);
        }
    }

    private async Task CancelInTimeAsync(PlanRun run)
    {
        await _moment.Task.ConfigureAwait(false);
        run.Cancel();
    }
}
