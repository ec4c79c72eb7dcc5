namespace PlanDsl.Tests;

/// <summary>Runs a random plan on the thread pool and watches it from within its bodies.</summary>
internal sealed class StressRun(SimulatedPlan plan, int seed)
{
    private readonly int[] _entered = new int[plan.Steps.Length];
    private readonly int[] _left = new int[plan.Steps.Length];
    private readonly List<string> _violations = [];
    private int _executing;

    public async Task ExecuteAsync()
    {
        var recorder = new EventRecorder();
        var model = plan.ToModel();

        // Every third step is synchronous, so that workers are queued and woken too.
        model = model with { Steps = [.. model.Steps.Select(static (step, index) => step with { IsAsync = index % 3 != 0 })] };
        var run = PlanEngine.Start(new DelegateProgram(PlanTable.From(model), InvokeAsync), new() { Observer = recorder });
        var late = new EventRecorder();
        using var subscription = run.Events.Subscribe(late);
        if (plan.CancelAt is not null)
            run.Cancel();

        var outcome = await run.Completion.Soon();
        await recorder.Ended.Soon();
        await late.Ended.Soon();

        Assert.True(_violations.Count == 0, $"Seed {seed}: {string.Join("; ", _violations)}");
        recorder.AssertTellOf(outcome, $"seed {seed}");
        AssertConsistent(outcome);
        var folded = FoldedRun.Of(late.Events);
        Assert.True(outcome.Steps.All(step => folded.StatusOf(step.Id) == step.Status), $"Seed {seed}: the late subscriber was told otherwise.");
    }

    private ValueTask InvokeAsync(int step, CancellationToken cancellationToken)
    {
        Check(Interlocked.Increment(ref _executing) <= (plan.MaxParallel ?? int.MaxValue), $"s{step} exceeds the bound");
        Check(Interlocked.Increment(ref _entered[step]) == 1, $"s{step} is entered twice");
        Check(plan.Steps[step].Predecessors.All(HasEnded), $"s{step} is entered before a predecessor has ended");
        if (step % 3 != 0)
            return YieldAsync(step, cancellationToken);
        Leave(step);
        return End(step);
    }

    private async ValueTask YieldAsync(int step, CancellationToken cancellationToken)
    {
        try
        {
            for (var i = 0; i < plan.Steps[step].Duration.Seconds; i++)
            {
                await Task.Yield();
                if (plan.Steps[step].StopsAfter is not null)
                    cancellationToken.ThrowIfCancellationRequested();
            }

            await End(step);
        }
        finally
        {
            Leave(step);
        }
    }

    private ValueTask End(int step) => plan.Steps[step].Ending switch
    {
        Ending.Returns => default,
        Ending.Throws => ValueTask.FromException(new InvalidOperationException("broken")),
        _ => ValueTask.FromException(new OperationCanceledException("broken")),
    };

    private void Leave(int step)
    {
        Volatile.Write(ref _left[step], 1);
        Interlocked.Decrement(ref _executing);
    }

    private bool HasEnded(int step) => Volatile.Read(ref _left[step]) == 1;

    private void Check(bool holds, string violation)
    {
        if (holds)
            return;
        lock (_violations)
            _violations.Add(violation);
    }

    private void AssertConsistent(PlanOutcome outcome)
    {
        for (var step = 0; step < plan.Steps.Length; step++)
        {
            var ended = outcome.Steps[step];
            var skips = plan.Steps[step].Predecessors.Any(predecessor =>
                outcome.Steps[predecessor].Status is StepStatus.Skipped
                || (outcome.Steps[predecessor].Status is StepStatus.Failed && plan.Steps[predecessor].Policy is FailurePolicy.SkipDependents));
            Assert.True(ended.Attempts == _entered[step], $"Seed {seed}: s{step} was entered {_entered[step]} times, not {ended.Attempts}.");
            Assert.True(ended.Status is StepStatus.Skipped ? skips : !skips || ended.Status is StepStatus.Cancelled, $"Seed {seed}: s{step} is {ended.Status}.");
        }
    }
}
