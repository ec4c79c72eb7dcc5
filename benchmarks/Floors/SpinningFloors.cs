namespace PlanDsl.Benchmarks;

/// <summary>A fan-out of bodies that keep a processor busy, of different methods as the steps of a plan are: as many threads as there are processors
/// have a part of them each, and wait for nothing, or take the next of all as long as there is one.</summary>
internal static class SpinningFloors
{
    private const int First = 0;

    public static IEnumerable<Floor> All { get; } =
    [
        new(FanOutDuels.Spinning, "different methods, a part for each thread", static () => Run(new Parts())),
        new(FanOutDuels.Spinning, "different methods, one after the other for whoever is free", static () => Run(new Line())),
    ];

    private static Task Run(FanOut fanOut)
    {
        var results = new int[Size.FanOut + 2];
        results[0] = Call(First, Caller.Value);
        var others = new Task[Environment.ProcessorCount - 1];
        for (var thread = 0; thread < others.Length; thread++)
        {
            var number = thread;
            others[thread] = Task.Run(() => fanOut.Work(results, number));
        }

        fanOut.Work(results, others.Length);
        Task.WaitAll(others);
        results[^1] = Call(First, results[0]);
        return Task.CompletedTask;
    }

    private static int Call(int method, int value)
    {
        Caller.Token.ThrowIfCancellationRequested();
        return ManyDelegates.Spin[method](value, FanOutDuels.Nanoseconds);
    }

    private abstract class FanOut
    {
        /// <summary>What one of the threads does.</summary>
        public abstract void Work(int[] results, int thread);
    }

    private sealed class Parts : FanOut
    {
        public override void Work(int[] results, int thread)
        {
            var threads = Environment.ProcessorCount;
            for (var method = Size.FanOut * thread / threads; method < Size.FanOut * (thread + 1) / threads; method++)
                results[method + 1] = Call(method, results[0]);
        }
    }

    private sealed class Line : FanOut
    {
        private int _next = -1;

        public override void Work(int[] results, int thread)
        {
            for (var method = Interlocked.Increment(ref _next); method < Size.FanOut; method = Interlocked.Increment(ref _next))
                results[method + 1] = Call(method, results[0]);
        }
    }
}
