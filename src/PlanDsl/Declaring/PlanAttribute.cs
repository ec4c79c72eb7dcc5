namespace PlanDsl;

/// <summary>Declares that a partial class is a plan: its methods marked <see cref="StepAttribute"/> are steps, and the
/// compiler generates <c>RunAsync</c>, <c>Start</c>, <c>Observe</c>, <c>Results</c> and <c>Definition</c> on it.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct, Inherited = false)]
public sealed class PlanAttribute : Attribute
{
    /// <summary>The plan's id, by default the full metadata name of the class.</summary>
    public string? Id { get; set; }

    /// <summary>How many steps may run at once, 1 or more. No bound where it is left out.</summary>
    public int MaxParallel { get; set; }
}
