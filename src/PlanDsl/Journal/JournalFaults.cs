namespace PlanDsl;

/// <summary>What journals say of faults that have no exception of their own.</summary>
internal static class JournalFaults
{
    public static JournalException RunExists(string runId, string journal) =>
        new($"Run '{runId}' is in {journal} already. Give the new run another id, or resume the one that is there.");

    public static JournalException OutOfOrder(string runId, PlanEvent happened) =>
        new($"Event {happened.Sequence} of run '{runId}' does not follow the last one that was recorded, or the run was given up. Append the events of a run once each and in order, while it is claimed.");
}
