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
        // Retries follow at once: what a clock decides is told by the simulation.
        model = model with
        {
            Timeout = null,
            Steps = [.. model.Steps.Select(static (step, index) => step with
            {
                IsAsync = index % 3 != 0,
                Retry = step.Retry is null ? null : step.Retry with { Delay = null },
            })],
        };
        var program = new DelegateProgram(
            PlanTable.From(model),
            (step, cancellationToken) => InvokeAsync(step, attempt: 1, cancellationToken),
            (step, context) => InvokeAsync(step, context.Attempt, context.CancellationToken));
        var run = PlanEngine.Start(program, new() { Observer = recorder });
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

    private ValueTask InvokeAsync(int step, int attempt, CancellationToken cancellationToken)
    {
        Check(Interlocked.Increment(ref _executing) <= (plan.MaxParallel ?? int.MaxValue), $"s{step} exceeds the bound");
        Check(Interlocked.Increment(ref _entered[step]) == attempt, $"s{step} is entered twice in attempt {attempt}");
        Check(attempt == 1 || Interlocked.Exchange(ref _left[step], 0) == 1, $"attempt {attempt} of s{step} is entered before the last has left");
        Check(plan.Steps[step].Predecessors.All(HasEnded), $"s{step} is entered before a predecessor has ended");
        if (step % 3 != 0)
            return YieldAsync(step, plan.Steps[step].Attempt(attempt), cancellationToken);
        Leave(step);
        return End(plan.Steps[step].Attempt(attempt).Ending);
    }

    private async ValueTask YieldAsync(int step, SimulatedAttempt attempt, CancellationToken cancellationToken)
    {
        try
        {
            for (var i = 0; i < attempt.Duration.Seconds; i++)
            {
                await Task.Yield();
                if (plan.Steps[step].StopsAfter is not null)
                    cancellationToken.ThrowIfCancellationRequested();
            }

            await End(attempt.Ending);
        }
        finally
        {
            Leave(step);
        }
    }

    private static ValueTask End(Ending ending) => ending switch
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

            // An attempt that was called off just after it was handed out has started, but its body has not.
            var calledOff = ended.Status is StepStatus.Cancelled && plan.Steps[step].Governed is { Retries: > 0 } && ended.Attempts == _entered[step] + 1;
            Assert.True(ended.Attempts == _entered[step] || calledOff, $"Seed {seed}: s{step} was entered {_entered[step]} times, not {ended.Attempts}.");
            Assert.True(ended.Status is StepStatus.Skipped ? skips : !skips || ended.Status is StepStatus.Cancelled, $"Seed {seed}: s{step} is {ended.Status}.");
        }
    }
}
