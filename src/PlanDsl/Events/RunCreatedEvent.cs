namespace PlanDsl;

/// <summary>A run was made: the first of its events.</summary>
public sealed record RunCreatedEvent : PlanEvent
{
    /// <summary>The plan's id.</summary>
    public required string PlanId { get; init; }
}
