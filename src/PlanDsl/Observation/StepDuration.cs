namespace PlanDsl;

/// <summary>How long a step took; see <see cref="PlanEventExtensions.StepDurations"/>.</summary>
/// <param name="StepPath">The step's path in the run.</param>
/// <param name="Status">How it ended.</param>
/// <param name="Duration">The time from the start of its first attempt to its end.</param>
public sealed record StepDuration(string StepPath, StepStatus Status, TimeSpan Duration);
