using System.Collections.Concurrent;

namespace PlanDsl.Tests;

public sealed class IdleAwaitersTests
{
    /// <summary>What several threads take, keep for a while, hand to others and give back is at no time in two hands.</summary>
    [Fact]
    public void None_is_taken_twice()
    {
        const int threads = 4;
        var held = new ConcurrentDictionary<UnitAwaiter, int>();
        var handedOn = new ConcurrentQueue<UnitAwaiter>();
        var faults = new ConcurrentQueue<string>();
        using var start = new Barrier(threads);

        void Work(int seed)
        {
            var random = new Random(seed);
            start.SignalAndWait();
            for (var round = 0; round < 2_000; round++)
            {
                for (var count = random.Next(1, 100); count > 0; count--)
                {
                    var awaiter = IdleAwaiters.Take();
                    if (!held.TryAdd(awaiter, seed) || awaiter.Next is not null)
                        faults.Enqueue($"Thread {seed} has taken one that somebody holds, or that lies in a pile.");
                    handedOn.Enqueue(awaiter);
                }

                for (var count = random.Next(1, 100); count > 0 && handedOn.TryDequeue(out var awaiter); count--)
                {
                    held.TryRemove(awaiter, out _);
                    IdleAwaiters.Return(awaiter);
                }
            }
        }

        var workers = Enumerable.Range(0, threads).Select(seed => new Thread(() => Work(seed))).ToArray();
        Array.ForEach(workers, static worker => worker.Start());
        Array.ForEach(workers, static worker => worker.Join());

        Assert.Empty(faults);
    }
}
