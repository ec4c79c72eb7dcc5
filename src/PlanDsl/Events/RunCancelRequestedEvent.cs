namespace PlanDsl;

/// <summary>The run was asked to cancel: by its token, by <see cref="PlanRun.Cancel"/> or through its journal.</summary>
public sealed record RunCancelRequestedEvent : PlanEvent
{
    /// <summary>The request in the journal by which it was asked; <see langword="null"/> for none.</summary>
    public string? RequestId { get; init; }
}
