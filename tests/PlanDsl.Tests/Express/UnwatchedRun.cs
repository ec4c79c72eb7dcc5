using System.Diagnostics.CodeAnalysis;

namespace PlanDsl.Tests;

/// <summary>Runs an <see cref="UnwatchedPlan"/> on real threads and watches it from within its bodies.</summary>
[SuppressMessage("Design", "CA1001", Justification = "The source has no timer, and nobody waits for its handle.")]
internal sealed class UnwatchedRun(UnwatchedPlan plan)
{
    private const int Never = 0;
    private const int Executing = 1;
    private const int Returned = 2;
    private const int Thrown = 3;
    private const int Stopped = 4;
    private const int TurnsOnTheSpot = 100;

    [ThreadStatic]
    private static bool t_isInside;

    private readonly int[] _bodies = new int[plan.Steps.Length];
    private readonly int[] _attempts = new int[plan.Steps.Length];
    private readonly CancellationTokenSource _cancellation = new();
    private readonly List<string> _violations = [];
    private readonly Stack<TaskCompletionSource> _shut = [];
    private int _executing;
    private volatile bool _isGivenUp;

    /// <summary>What became of the run and of each step.</summary>
    public async Task<string> ExecuteAsync()
    {
        var task = PlanEngine.RunAsync<UnwatchedProgram, int>(new(plan, this), _cancellation.Token);
        var opening = OpenWhileNothingMovesAsync(task);
        try
        {
            await task.Soon().ConfigureAwait(false);
            Check(_cancellation.IsCancellationRequested || plan.Steps.Select((step, index) => step is { Fails: true, Policy: not FailurePolicy.Continue, Critical: not false } && _bodies[index] is Thrown).All(static failed => !failed), "a critical failure fails the run");
            Check(Enumerable.Range(0, _bodies.Length).All(step => _bodies[step] is Returned or Thrown or Never), "nothing stops in a run that succeeds");
            return Text("Succeeded", static (_, body) => body switch { Never => "Skipped", Returned => "Succeeded", _ => "Failed" });
        }
        catch (PlanFailedException failure)
        {
            var outcome = failure.Outcome;
            Check(outcome.Error is { StepId: not null }, $"it fails by a step, and not by {outcome.Error}");
            Check(outcome.Error is not { StepId: { } id } || _bodies[int.Parse(id[1..], null)] is Thrown, $"{outcome.Error} is that of a step that threw");
            return Text($"{outcome.Status}", (step, body) =>
            {
                var ended = outcome.Steps[step];

                // What retries are made by does not call what has been cancelled meanwhile.
                var isNotCalled = ended.Status is StepStatus.Cancelled && plan.Steps[step].Retries > 0 && ended.Attempts == _attempts[step] + 1;
                Check(isNotCalled || ended.Attempts == _attempts[step], $"s{step} has {ended.Attempts} attempts after {_attempts[step]}");
                Check(body == (ended.Status switch { StepStatus.Succeeded => Returned, StepStatus.Failed => Thrown, StepStatus.Skipped => Never, _ => body is Never or Stopped or Thrown ? body : -1 }), $"s{step} is {ended.Status} after {body}");
                return $"{ended.Status}";
            });
        }
        catch (OperationCanceledException)
        {
            Check(_cancellation.IsCancellationRequested, "somebody cancelled");
            return "Cancelled";
        }
        finally
        {
            _isGivenUp = true;
            await opening.ConfigureAwait(false);
        }
    }

    public void AssertHolds(string what) => Assert.True(_violations.Count == 0, $"{what}: {string.Join("; ", _violations)}");

    public ValueTask InvokeAsync(int step, CancellationToken cancellationToken)
    {
        var outer = t_isInside;
        Check(!outer, $"s{step} begins on top of another body");
        var attempt = Interlocked.Increment(ref _attempts[step]);
        Check(Interlocked.Exchange(ref _bodies[step], Executing) == (attempt == 1 ? Never : Thrown), $"s{step} begins twice");
        Check(attempt <= 1 + plan.Steps[step].Retries, $"s{step} begins {attempt} times");
        Check(plan.Steps[step].Predecessors.All(other => Volatile.Read(ref _bodies[other]) is not Executing), $"s{step} begins before a predecessor has ended");
        Check(Interlocked.Increment(ref _executing) <= (plan.MaxParallel ?? int.MaxValue), $"s{step} exceeds the bound");
        t_isInside = true;
        try
        {
            return BodyOf(step, cancellationToken);
        }
        finally
        {
            t_isInside = outer;
        }
    }

    private ValueTask BodyOf(int step, CancellationToken cancellationToken)
    {
        var body = plan.Steps[step];
        Thread.SpinWait(body.Spins);
        if (body.Kind is UnwatchedKind.Opened)
        {
            var gate = new TaskCompletionSource();
            lock (_shut)
                _shut.Push(gate);
            return AfterAsync(gate.Task, step, cancellationToken);
        }

        OpenOne();
        if (body.Kind is UnwatchedKind.Stuck)
            return AfterAsync(Task.Delay(Timeout.Infinite, cancellationToken), step, cancellationToken);
        if (body.Kind is UnwatchedKind.Yields or UnwatchedKind.Heeds)
            return YieldAsync(step, cancellationToken);
        End(step, cancellationToken);
        return default;
    }

    private async ValueTask AfterAsync(Task opened, int step, CancellationToken cancellationToken)
    {
        await opened.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        End(step, cancellationToken);
    }

    private async ValueTask YieldAsync(int step, CancellationToken cancellationToken)
    {
        await Task.Yield();
        OpenOne();
        await Task.Yield();
        End(step, cancellationToken);
    }

    private void End(int step, CancellationToken cancellationToken)
    {
        var body = plan.Steps[step];
        if (body.Cancels)
            _cancellation.Cancel();
        var stops = body.Kind is UnwatchedKind.Heeds && cancellationToken.IsCancellationRequested;
        Interlocked.Decrement(ref _executing);
        var fails = _attempts[step] <= body.Failures;
        Volatile.Write(ref _bodies[step], stops ? Stopped : fails ? Thrown : Returned);
        if (stops || body.Kind is UnwatchedKind.Stuck)
            throw new OperationCanceledException(cancellationToken);
        if (fails)
            throw body.IsForeign ? new OperationCanceledException() : new InvalidOperationException("broken");
    }

    private void OpenOne()
    {
        TaskCompletionSource? gate;
        lock (_shut)
            _shut.TryPop(out gate);
        gate?.SetResult();
    }

    // Who waits for a body that never comes is opened from outside. That asks now and then whether anything is left to open, and
    // keeps no thread of the pool for itself: the bodies that yield, and the timeouts, need them.
    private async Task OpenWhileNothingMovesAsync(Task run)
    {
        var spin = new SpinWait();
        for (var turn = 0; !run.IsCompleted && !_isGivenUp; turn++)
        {
            OpenOne();
            if (turn == plan.CancelledAfter)
                await _cancellation.CancelAsync().ConfigureAwait(false);
            if (turn < TurnsOnTheSpot)
                spin.SpinOnce(sleep1Threshold: -1);
            else
                await Task.Yield();
        }
    }

    private string Text(string status, Func<int, int, string> statusOf) =>
        $"{status}: {string.Join(' ', _bodies.Select((body, step) => statusOf(step, body)))}";

    private void Check(bool holds, string violation)
    {
        if (holds)
            return;
        lock (_violations)
            _violations.Add(violation);
    }
}
