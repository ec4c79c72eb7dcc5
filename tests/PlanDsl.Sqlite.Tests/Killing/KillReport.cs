using System.Collections.Concurrent;

namespace PlanDsl.Tests;

/// <summary>What came of runs whose processes were killed. Thread-safe.</summary>
/// <param name="name">What they are.</param>
internal sealed class KillReport(string name)
{
    // More of them say no more.
    private const int Told = 5;

    private readonly ConcurrentQueue<string> _faults = new();
    private int _kills;

    /// <summary>How many processes have ended by a SIGKILL, as the system says.</summary>
    public int Kills => _kills;

    /// <summary>Whether it says enough by now.</summary>
    public bool IsFull => _faults.Count >= Told;

    /// <summary>A process has ended that was to be killed.</summary>
    /// <param name="wasKilled">Whether it was.</param>
    public void Count(bool wasKilled)
    {
        if (wasKilled)
            Interlocked.Increment(ref _kills);
    }

    /// <summary>Notes what is wrong with a run, if anything is.</summary>
    public void Note(KilledRun run, string? fault)
    {
        if (fault is not null)
            _faults.Enqueue($"{run.RunId}: {fault}");
    }

    public void AssertSound() => Assert.True(_faults.IsEmpty, string.Join("\n\n", _faults));

    public override string ToString() => FormattableString.Invariant($"{name}: {_kills} kills");
}
