using System.Diagnostics.CodeAnalysis;

namespace PlanDsl.Tests;

public sealed class PendingResultTests
{
    [Fact]
    public void No_more_are_kept_than_what_a_large_run_leaves()
    {
        const int Waiting = 5_000;
        const int Most = 1_024;

        // What is made once, and one that is kept.
        _ = Wait(1);
        var made = Wait(Waiting);

        var madeAgain = Wait(Waiting) * (Waiting - 1) / made;

        // Each takes as many bytes.
        Assert.Equal(Waiting - Most, madeAgain);
    }

    /// <summary>So many bodies wait at once, and return.</summary>
    /// <returns>How many bytes it took to begin to wait.</returns>
    [SuppressMessage("Reliability", "CA2012", Justification = "Each is awaited once, when all bodies have returned.")]
    private static long Wait(int count)
    {
        var bodies = Enumerable.Range(0, count).Select(static _ => new TaskCompletionSource<Kept>()).ToArray();
        var waiting = new ValueTask[count];
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var body = 0; body < count; body++)
            waiting[body] = PendingResult<Kept, Kept>.Of(bodies[body].Task, new(), static (_, _) => { });
        var bytes = GC.GetAllocatedBytesForCurrentThread() - before;
        foreach (var body in bodies)
            body.SetResult(default);
        foreach (var one in waiting)
            one.GetAwaiter().GetResult();
        return bytes;
    }

    /// <summary>What no other test waits for.</summary>
    private readonly record struct Kept;
}
