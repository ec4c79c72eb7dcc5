namespace PlanDsl;

/// <summary>What journals say of faults that have no exception of their own.</summary>
internal static class JournalFaults
{
    public static JournalException RunExists(string runId, string journal) =>
        new($"Run '{runId}' is in {journal} already. Give the new run another id, or resume the one that is there.");

    public static JournalException OutOfOrder(string runId, PlanEvent happened) =>
        new($"Event {happened.Sequence} of run '{runId}' does not follow the last one that was recorded, or the run was given up. Append the events of a run once each and in order, while it is claimed.");

    public static JournalException NoJson(PlanEvent happened, Exception fault) =>
        new($"Event {happened.Sequence} of run '{happened.RunId}' ({EventNames.Of(happened)}) tells something that cannot be written as JSON: {fault.Message} What a run tells must stay readable until the run has ended.", fault);

    /// <summary>A file could not be read or written.</summary>
    /// <param name="what">What was to be done, such as <c>Run 'r' cannot be recorded in journal runs</c>.</param>
    /// <param name="fault">What the system has said.</param>
    public static JournalException OfFile(string what, Exception fault) => new($"{what}: {fault.Message.TrimEnd('.')}. {FileFaults.RemedyOf(fault)}", fault);
}
