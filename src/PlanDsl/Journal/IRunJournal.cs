namespace PlanDsl;

/// <summary>A run that this process has claimed, and alone writes. Disposing of it records what was appended and gives up the claim;
/// it does not throw where that fails: <see cref="FlushAsync"/> tells, and does so at once when this has ended.</summary>
/// <remarks>Thread-safe, but for <see cref="Append"/>, whose callers see to the order of the events themselves.</remarks>
public interface IRunJournal : IAsyncDisposable
{
    /// <summary>The run's id.</summary>
    string RunId { get; }

    /// <summary>The number of the last event that was recorded when the run was claimed; 0 for one that begins.</summary>
    long LastSequence { get; }

    /// <summary>Has an event recorded. Returns at once: it neither waits nor throws, and may be called under a lock.</summary>
    /// <param name="happened">The event, whose number is that of the one before plus 1. An event that is
    /// <see cref="PlanEvent.Replayed"/> is none.</param>
    void Append(PlanEvent happened);

    /// <summary>Waits until an event, and all before it, is as safe as the journal's <see cref="JournalDurability"/> promises: under
    /// <see cref="JournalDurability.EveryEvent"/> until it is on the disk, else not at all, unless so many events are on their way that they
    /// would fill the memory.</summary>
    /// <param name="sequence">The number of an event that was appended.</param>
    /// <exception cref="JournalException">An event, this one or one before it, could not be recorded; nothing that is appended
    /// later will be.</exception>
    ValueTask FlushAsync(long sequence);

    /// <summary>What is asked of the run: first what was asked before and not done, in the order in which it was asked, then what
    /// comes; each with the time at which it was asked. A request is done when an event that names its <see cref="RunRequest.Id"/> is recorded; one that is not is given
    /// again when the run is resumed.</summary>
    /// <param name="cancellationToken">Ends the wait for requests, as disposing of this does: without an exception.</param>
    IAsyncEnumerable<RunRequest> RequestsAsync(CancellationToken cancellationToken = default);
}
