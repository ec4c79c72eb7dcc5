using System.Collections.Concurrent;
using System.Globalization;

namespace PlanDsl.Tests;

/// <summary>What came of runs whose processes were killed. Thread-safe.</summary>
/// <param name="name">What they are.</param>
internal sealed class KillReport(string name)
{
    // More of them say no more.
    private const int Told = 5;

    private readonly ConcurrentQueue<string> _faults = new();
    private readonly ConcurrentQueue<double> _reached = new();
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

    /// <summary>Notes how far runs had come that were killed together, as a part of the whole.</summary>
    public void NoteReached(double part) => _reached.Enqueue(part);

    /// <summary>Notes what is wrong with a run, if anything is.</summary>
    /// <param name="runId">The run, or all of them.</param>
    /// <param name="fault">What is wrong with it; <see langword="null"/> for nothing.</param>
    public void Note(string runId, string? fault)
    {
        if (fault is not null)
            _faults.Enqueue($"{runId}: {fault}");
    }

    public void AssertSound() => Assert.True(_faults.IsEmpty, $"{this}\n\n{string.Join("\n\n", _faults)}");

    public override string ToString() => FormattableString.Invariant($"{name}: {_kills} kills{(_reached.IsEmpty ? "" : " at ")}{string.Join(' ', _reached.Select(static part => part.ToString("P0", CultureInfo.InvariantCulture)))}");
}
