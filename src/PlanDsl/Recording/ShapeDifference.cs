namespace PlanDsl;

/// <summary>One way in which a plan differs from what it was when a run of it was recorded.</summary>
/// <param name="Text">What has changed, in a sentence.</param>
/// <param name="Step">The id of the step that has, behind those of the steps, and <see cref="PlanShape.Fallback"/> or <see cref="PlanShape.Compensation"/>, that lead to it; of what
/// stands in for a step, or undoes one, that alone. <see langword="null"/> for the plan.</param>
/// <param name="IsGrave">Whether what is recorded of that step cannot be what the plan makes of it now.</param>
internal readonly record struct ShapeDifference(string Text, string? Step, bool IsGrave);
