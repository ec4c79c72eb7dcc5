namespace PlanDsl.Model;

/// <summary>The signal that a step waits for; what it brings is the step's result.</summary>
/// <param name="Name">The name of the signal.</param>
public sealed record SignalModel(string Name);
