namespace PlanDsl.Benchmarks;

/// <summary>A fan-out by hand over different methods, which ends at the first failure, where <see cref="Task.WhenAll(Task[])"/> waits for
/// the others. What waits for a step is an object that is used again by the runs that follow, so that none is allocated.</summary>
internal sealed class NoticedFanOut
{
    private static NoticedFanOut? s_idle;

    private readonly Wait[] _waits;
    private TaskCompletionSource _ended = new();
    private int _unfinished;

    private NoticedFanOut() => _waits = [.. Enumerable.Range(0, Size.FanOut).Select(_ => new Wait(this))];

    public static async Task<(int First, int[] All, int Last)> RunAsync(int value, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var run = Interlocked.Exchange(ref s_idle, null) ?? new();
        var first = await Step.YieldAsync(value).ConfigureAwait(false);
        var all = await run.RunAllAsync(first, cancellationToken).ConfigureAwait(false);
        Volatile.Write(ref s_idle, run);
        cancellationToken.ThrowIfCancellationRequested();
        return (first, all, await Step.YieldAsync(first).ConfigureAwait(false));
    }

    private async Task<int[]> RunAllAsync(int value, CancellationToken cancellationToken)
    {
        _ended = new();
        _unfinished = _waits.Length;
        var steps = new Task<int>[_waits.Length];
        for (var step = 0; step < steps.Length; step++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            _waits[step].For(steps[step] = ManyMethods.YieldAsync(step, value));
        }

        await _ended.Task.ConfigureAwait(false);
        return Array.ConvertAll(steps, static step => step.Result);
    }

    private void End(Task step)
    {
        if (step.IsFaulted)
            _ended.TrySetException(step.Exception.InnerExceptions);
        else if (step.IsCanceled)
            _ended.TrySetCanceled();
        else if (Interlocked.Decrement(ref _unfinished) == 0)
            _ended.TrySetResult();
    }

    private sealed class Wait
    {
        private readonly NoticedFanOut _run;
        private readonly Action _end;
        private Task? _step;

        public Wait(NoticedFanOut run) => (_run, _end) = (run, End);

        public void For(Task step)
        {
            _step = step;
            step.ConfigureAwait(false).GetAwaiter().UnsafeOnCompleted(_end);
        }

        private void End()
        {
            var step = _step!;
            _step = null;
            _run.End(step);
        }
    }
}
