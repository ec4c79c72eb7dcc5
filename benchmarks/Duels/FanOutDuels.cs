namespace PlanDsl.Benchmarks;

/// <summary>One step, a thousand that bind its result, and one that waits for all of these.</summary>
internal static class FanOutDuels
{
    /// <summary>How long the bodies of <see cref="Spinning"/> take.</summary>
    public const int Nanoseconds = 10_000;

    private static readonly FanOutSpinPlan Spin = new();

    public static Duel Sync { get; } = new("fan-out 1,000, sync, one at a time", "loop of calls", PlanOf.Running(Graphs.FanOut, yields: false), CallInLoop) { MostTime = 1.5, FreeSteps = Size.FanOut + 2 };

    public static Duel Spinning { get; } = new("fan-out 1,000, 10 µs each", "Parallel.For", static () => Spin.RunAsync(Caller.Value, Nanoseconds, Caller.Token), CallInParallel) { MostTime = 1 };

    public static Duel Yielding { get; } = new("fan-out 1,000, each step yields", "Task.WhenAll", PlanOf.Running(Graphs.FanOut, yields: true), static () => AwaitAllAsync(Caller.Value, Caller.Token)) { MostTime = 1, MostBytes = 1 };

    public static IEnumerable<Duel> All =>
    [
        Sync,
        Sync with { Against = "straight-line calls", Other = CallInLine, FreeSteps = null },
        Sync with { Against = "straight-line calls that look at a field", Other = CallInWatchedLine, FreeSteps = null },
        Spinning,
        Yielding,
    ];

    private static Task CallInLoop()
    {
        var results = new int[Size.FanOut + 2];
        var cancellationToken = Caller.Token;
        cancellationToken.ThrowIfCancellationRequested();
        results[0] = Step.NoOp(Caller.Value);
        for (var step = 1; step < results.Length; step++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            results[step] = Step.NoOp(results[0]);
        }

        return Task.CompletedTask;
    }

    private static Task CallInLine()
    {
        new FanOutLine().Run(Caller.Value, Caller.Token);
        return Task.CompletedTask;
    }

    private static Task CallInWatchedLine()
    {
        new FanOutWatchedLine().Run(Caller.Value, Caller.Token);
        return Task.CompletedTask;
    }

    private static Task CallInParallel()
    {
        var results = new int[Size.FanOut + 2];
        results[0] = Call(Caller.Value);
        Parallel.For(1, Size.FanOut + 1, step => results[step] = Call(results[0]));
        results[^1] = Call(results[0]);
        return Task.CompletedTask;

        static int Call(int value)
        {
            Caller.Token.ThrowIfCancellationRequested();
            return Step.Spin(value, Nanoseconds);
        }
    }

    private static async Task<(int First, int[] All, int Last)> AwaitAllAsync(int value, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var first = await Step.YieldAsync(value).ConfigureAwait(false);
        var steps = new Task<int>[Size.FanOut];
        for (var step = 0; step < steps.Length; step++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            steps[step] = Step.YieldAsync(first);
        }

        var all = await Task.WhenAll(steps).ConfigureAwait(false);
        cancellationToken.ThrowIfCancellationRequested();
        return (first, all, await Step.YieldAsync(first).ConfigureAwait(false));
    }
}
