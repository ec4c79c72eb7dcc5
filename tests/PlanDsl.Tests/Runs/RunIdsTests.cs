using System.Collections.Concurrent;

namespace PlanDsl.Tests;

public sealed class RunIdsTests
{
    private const int Threads = 4;
    private const int Ids = 1_000;

    [Fact]
    public void No_two_runs_have_the_same_id_whatever_thread_makes_it()
    {
        var made = new ConcurrentBag<string>();
        var threads = Enumerable.Range(0, Threads).Select(_ => new Thread(() =>
        {
            for (var id = 0; id < Ids; id++)
                made.Add(RunIds.Next());
        })).ToArray();

        Array.ForEach(threads, static thread => thread.Start());
        Array.ForEach(threads, static thread => thread.Join());

        Assert.Equal(Threads * Ids, made.Distinct().Count());
    }

    [Fact]
    public void An_id_is_a_random_uuid()
    {
        var id = Guid.ParseExact(RunIds.Next(), "N");

        Assert.Equal((4, 8), (id.Version, id.Variant & 0xc));
    }
}
