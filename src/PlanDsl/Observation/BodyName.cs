namespace PlanDsl;

/// <summary>Which body of a run is called.</summary>
/// <param name="Kind">What the body is to its step.</param>
/// <param name="StepPath">The path of the step.</param>
/// <param name="Attempt">The number of the attempt.</param>
internal readonly record struct BodyName(BodyKind Kind, string StepPath, int Attempt);
