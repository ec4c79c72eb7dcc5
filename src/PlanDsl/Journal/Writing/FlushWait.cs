namespace PlanDsl;

/// <summary>Somebody waits for an event to be safe.</summary>
/// <param name="sequence">Its number.</param>
internal sealed class FlushWait(long sequence) : TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)
{
    public long Sequence => sequence;
}
