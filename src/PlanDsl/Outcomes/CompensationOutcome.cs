namespace PlanDsl;

/// <summary>How the compensation of a step stands, or how it ended. Immutable.</summary>
/// <param name="Status">Where it stands.</param>
/// <param name="Error">What went wrong; <see langword="null"/> unless it failed.</param>
public sealed record CompensationOutcome(CompensationStatus Status, StepError? Error = null);
