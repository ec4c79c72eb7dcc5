using System.Collections.Concurrent;

namespace PlanDsl.Tests;

/// <summary>What no other test is to take or to leave meanwhile.</summary>
[Collection(nameof(IdleAwaitersTests))]
[CollectionDefinition(nameof(IdleAwaitersTests), DisableParallelization = true)]
public sealed class IdleAwaitersTests
{
    private const int MostInPile = 64;
    private const int MostPiles = 32;

    /// <summary>However many threads have taken some of what others left, the process keeps no more than so many piles, and one for each
    /// thread.</summary>
    [Fact]
    public void No_more_are_kept_than_what_one_large_run_leaves()
    {
        const int threads = 3;
        var known = new HashSet<UnitAwaiter>();
        var kept = 0;
        using var turns = new Barrier(threads);
        var workers = Enumerable.Range(0, threads).Select(number => new Thread(() => Work(number))).ToArray();
        Array.ForEach(workers, static worker => worker.Start());
        Array.ForEach(workers, static worker => worker.Join());

        // Each thread takes one of those that have been left, one after the other; then what there is.
        void Work(int number)
        {
            for (var turn = 0; turn < 2 * threads; turn++)
            {
                if (turn % threads == number)
                {
                    if (turn < threads)
                        LeaveMany();
                    else
                        TakeAll();
                }

                turns.SignalAndWait();
            }
        }

        void LeaveMany()
        {
            var first = IdleAwaiters.Take();
            var all = Enumerable.Range(0, 2 * MostPiles * MostInPile).Select(static _ => new UnitAwaiter()).Append(first).ToArray();
            known.UnionWith(all);
            Array.ForEach(all, IdleAwaiters.Return);
        }

        void TakeAll()
        {
            while (known.Contains(IdleAwaiters.Take()))
                kept++;
        }

        Assert.InRange(kept, 1, (MostPiles + threads) * MostInPile);
    }

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
