namespace PlanDsl;

/// <summary>What journals have to know of the events that they record.</summary>
internal static class JournalRecord
{
    /// <summary>The request that an event says is done, if it does.</summary>
    public static string? RequestIdOf(PlanEvent happened) => happened switch
    {
        SignalReceivedEvent signal => signal.RequestId,
        RunCancelRequestedEvent cancel => cancel.RequestId,
        _ => null,
    };
}
