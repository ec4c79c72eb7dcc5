namespace PlanDsl.Tests;

/// <summary>A call that a step of a nested plan has made.</summary>
/// <param name="Name">What was called.</param>
/// <param name="Path">The path of the step.</param>
/// <param name="IsUndoing">Whether the call was to undo the step.</param>
/// <param name="Events">How many events were recorded by then.</param>
internal readonly record struct NestedCall(string Name, string Path, bool IsUndoing, int Events)
{
    /// <summary>Whether events tell that it has ended.</summary>
    public bool HasEndedIn(PlanEvent[] recorded)
    {
        var call = this;
        return recorded.Skip(Events).OfType<StepEvent>().Any(happened => happened.StepPath == call.Path
            && (call.IsUndoing ? happened is CompensationSucceededEvent or CompensationFailedEvent : happened is StepSucceededEvent or StepFailedEvent or StepRetryEvent or StepFallbackEvent or StepCancelledEvent));
    }
}
