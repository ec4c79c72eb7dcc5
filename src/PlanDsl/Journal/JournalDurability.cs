namespace PlanDsl;

/// <summary>How safe an event is before the run acts on it. In every case what is read again is a beginning of what was written,
/// without gaps: the last events may be missing, never one among others.</summary>
public enum JournalDurability
{
    /// <summary>It is on the disk: neither the death of the process nor a loss of power takes it away.</summary>
    EveryEvent,

    /// <summary>It is on its way: the death of the process loses at most the events of the last moments, those that came while
    /// others were being written, and never more than 65,536; a loss of power what the operating system had not written by itself. The default.</summary>
    Batched,

    /// <summary>As <see cref="Batched"/>, and nothing is ever forced to the disk: a loss of power may lose the journal as a whole.</summary>
    None,
}
