namespace PlanDsl.Tests;

/// <summary>Runs a random plan on the thread pool and watches it from within its bodies.</summary>
internal sealed class StressRun : ISimulatedBodies
{
    private readonly SimulatedPlan _plan;
    private readonly int _seed;
    private readonly int[] _entered;
    private readonly int[] _left;
    private readonly List<string> _violations = [];
    private int _executing;

    public StressRun(SimulatedPlan plan, int seed)
    {
        _seed = seed;
        _entered = new int[plan.Steps.Length];
        _left = new int[plan.Steps.Length];

        // Every third step is synchronous, so that workers are queued and woken too.
        // Retries follow at once: what a clock decides is told by the simulation.
        _plan = plan with
        {
            Timeout = null,
            Steps = [.. plan.Steps.Select(static (step, index) => step with
            {
                IsSync = index % 3 == 0,
                Governed = step.Governed is null ? null : step.Governed with { RetryDelay = null },
            })],
        };
    }

    public async Task ExecuteAsync()
    {
        var recorder = new EventRecorder();
        var program = new SimulatedProgram(_plan, SimulatedTable.Of(_plan), this);
        var run = PlanEngine.Start(program, new() { Observer = recorder });
        var late = new EventRecorder();
        using var subscription = run.Events.Subscribe(late);
        if (_plan.CancelAt is not null)
            run.Cancel();

        var outcome = await run.Completion.Soon();
        await recorder.Ended.Soon();
        await late.Ended.Soon();

        Assert.True(_violations.Count == 0, $"Seed {_seed}: {string.Join("; ", _violations)}");
        recorder.AssertTellOf(outcome, $"seed {_seed}");
        AssertConsistent(outcome);
        var folded = FoldedRun.Of(late.Events);
        Assert.True(outcome.Steps.All(step => folded.StatusOf(step.Id) == step.Status), $"Seed {_seed}: the late subscriber was told otherwise.");
    }

    public bool Decide(SimulatedCall call) => throw new NotSupportedException();

    public FanOut OpenFanOut(SimulatedCall call) => throw new NotSupportedException();

    public ValueTask InvokeAsync(SimulatedCall call, CancellationToken cancellationToken)
    {
        var (step, attempt) = (call.Step, call.Attempt);
        Check(Interlocked.Increment(ref _executing) <= (_plan.MaxParallel ?? int.MaxValue), $"s{step} exceeds the bound");
        Check(Interlocked.Increment(ref _entered[step]) == attempt, $"s{step} is entered twice in attempt {attempt}");
        Check(attempt == 1 || Interlocked.Exchange(ref _left[step], 0) == 1, $"attempt {attempt} of s{step} is entered before the last has left");
        Check(_plan.Steps[step].Predecessors.All(HasEnded), $"s{step} is entered before a predecessor has ended");
        if (step % 3 != 0)
            return YieldAsync(step, call.BodyOf(_plan.Steps[step]), cancellationToken);
        Leave(step);
        return End(call.BodyOf(_plan.Steps[step]).Ending);
    }

    private async ValueTask YieldAsync(int step, SimulatedAttempt attempt, CancellationToken cancellationToken)
    {
        try
        {
            for (var i = 0; i < attempt.Duration.Seconds; i++)
            {
                await Task.Yield();
                if (_plan.Steps[step].StopsAfter is not null)
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
        for (var step = 0; step < _plan.Steps.Length; step++)
        {
            var ended = outcome.Steps[step];
            var skips = _plan.Steps[step].Predecessors.Any(predecessor =>
                outcome.Steps[predecessor].Status is StepStatus.Skipped
                || (outcome.Steps[predecessor].Status is StepStatus.Failed && _plan.Steps[predecessor].Policy is FailurePolicy.SkipDependents));

            // An attempt that was called off just after it was handed out has started, but its body has not.
            var calledOff = ended.Status is StepStatus.Cancelled && _plan.Steps[step].Governed is { Retries: > 0 } && ended.Attempts == _entered[step] + 1;
            Assert.True(ended.Attempts == _entered[step] || calledOff, $"Seed {_seed}: s{step} was entered {_entered[step]} times, not {ended.Attempts}.");
            Assert.True(ended.Status is StepStatus.Skipped ? skips : !skips || ended.Status is StepStatus.Cancelled, $"Seed {_seed}: s{step} is {ended.Status}.");
        }
    }
}
