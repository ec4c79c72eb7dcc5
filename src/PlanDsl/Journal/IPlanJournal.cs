namespace PlanDsl;

/// <summary>Where runs are recorded, so that what they did outlives the process: a run is its events, in order.</summary>
/// <remarks>Thread-safe. Any number of processes may have the same journal open at once; a run is written by one of them at a
/// time, the one that has claimed it. The claim of a process that dies is free at once, however it died; only a program that it
/// was just starting has hold of it until that is on its way. A run is there as soon as its first event is recorded, and to the
/// process that executes it as soon as that has appended it.</remarks>
public interface IPlanJournal
{
    /// <summary>Claims a run that is to begin.</summary>
    /// <param name="runId">The run's id.</param>
    /// <param name="cancellationToken">Cancels it, unless it has begun.</param>
    /// <exception cref="RunClaimedException">A run of this id is beginning or going on.</exception>
    /// <exception cref="JournalException">The journal has a run of this id, or cannot be written.</exception>
    ValueTask<IRunJournal> CreateAsync(string runId, CancellationToken cancellationToken = default);

    /// <summary>Claims a run that has begun and has not ended, to go on with it behind its last recorded event. What a process
    /// that died has left half written is taken away.</summary>
    /// <param name="runId">The run's id.</param>
    /// <param name="cancellationToken">Cancels it, unless it has begun.</param>
    /// <exception cref="RunNotFoundException">There is no such run.</exception>
    /// <exception cref="RunClaimedException">Somebody executes the run: another process, or this one.</exception>
    /// <exception cref="RunCompletedException">The run has ended.</exception>
    /// <exception cref="JournalCorruptException">What is recorded of the run is not what was written.</exception>
    /// <exception cref="JournalException">The journal cannot be read or written.</exception>
    ValueTask<IRunJournal> ResumeAsync(string runId, CancellationToken cancellationToken = default);

    /// <summary>Reads what is recorded of a run at this moment, in order. Every event is checked against its checksum and against
    /// the number of the one before.</summary>
    /// <param name="runId">The run's id.</param>
    /// <param name="after">The number of the event after which to begin; 0 for the whole.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="RunNotFoundException">There is no such run, or it was deleted while it was read.</exception>
    /// <exception cref="JournalCorruptException">What is recorded of the run is not what was written. The events before have been given.</exception>
    /// <exception cref="JournalException">The journal cannot be read.</exception>
    IAsyncEnumerable<PlanEvent> ReadAsync(string runId, long after = 0, CancellationToken cancellationToken = default);

    /// <summary>What there is to say of each run in a line, the latest first.</summary>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="JournalException">The journal cannot be read.</exception>
    IAsyncEnumerable<RunSummary> RunsAsync(CancellationToken cancellationToken = default);

    /// <summary>Asks a run for something: now, if a process executes it, else when it is resumed. When this has returned, the
    /// request outlives both processes.</summary>
    /// <param name="runId">The run's id.</param>
    /// <param name="request">What is asked. One whose <see cref="RunRequest.Id"/> the run has had is no second one.</param>
    /// <param name="cancellationToken">Cancels it, unless it has begun.</param>
    /// <exception cref="RunNotFoundException">There is no such run.</exception>
    /// <exception cref="RunCompletedException">The run has ended.</exception>
    /// <exception cref="JournalException">The journal cannot be written.</exception>
    ValueTask RequestAsync(string runId, RunRequest request, CancellationToken cancellationToken = default);

    /// <summary>What was asked of a run and is not done, in the order in which it was asked: what nobody has taken, and what was taken but is not
    /// recorded yet. Nothing of a run that has ended, which takes nothing any more.</summary>
    /// <param name="runId">The run's id.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="RunNotFoundException">There is no such run.</exception>
    /// <exception cref="JournalException">The journal cannot be read.</exception>
    IAsyncEnumerable<PendingRequest> PendingAsync(string runId, CancellationToken cancellationToken = default);

    /// <summary>Forgets a run, and whatever was asked of it.</summary>
    /// <param name="runId">The run's id.</param>
    /// <param name="cancellationToken">Cancels it, unless it has begun.</param>
    /// <exception cref="RunNotFoundException">There is no such run.</exception>
    /// <exception cref="RunClaimedException">Somebody executes the run.</exception>
    /// <exception cref="JournalException">The journal cannot be written.</exception>
    ValueTask DeleteAsync(string runId, CancellationToken cancellationToken = default);
}
