namespace PlanDsl;

/// <summary>What a journal holds of a run is not what was written. Nothing is guessed: the run can be neither read past that place
/// nor resumed.</summary>
public sealed class JournalCorruptException : JournalException
{
    /// <summary>An event is damaged or missing.</summary>
    /// <param name="runId">The run's id.</param>
    /// <param name="sequence">The number of the first event that is damaged or missing.</param>
    /// <param name="place">Where it should be, such as a file and a line.</param>
    /// <param name="fault">What is wrong there, as a clause.</param>
    /// <param name="innerException">What the storage has said.</param>
    public JournalCorruptException(string runId, long sequence, string place, string fault, Exception? innerException = null)
        : base($"Event {sequence} of run '{runId}' cannot be trusted: {place}: {fault}. The events before it are whole. Restore the journal from a copy, or run the plan anew.", innerException)
    {
        RunId = runId;
        Sequence = sequence;
        Place = place;
    }

    /// <summary>The run's id.</summary>
    public string RunId { get; }

    /// <summary>The number of the first event that is damaged or missing.</summary>
    public long Sequence { get; }

    /// <summary>Where it should be, such as a file and a line.</summary>
    public string Place { get; }
}
