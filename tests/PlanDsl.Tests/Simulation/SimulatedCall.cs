namespace PlanDsl.Tests;

/// <summary>A call of something that belongs to a simulated plan.</summary>
/// <param name="Kind">What is called.</param>
/// <param name="Step">The step that it belongs to.</param>
/// <param name="Path">The path of what it is called for.</param>
internal sealed record SimulatedCall(SimulatedCallKind Kind, int Step, string Path)
{
    public int Attempt { get; init; } = 1;

    public int? Element { get; init; }

    public int Iteration { get; init; }

    /// <summary>What the body that is called does.</summary>
    public SimulatedAttempt BodyOf(SimulatedStep step) => Kind switch
    {
        SimulatedCallKind.Fallback => step.Fallback!,
        SimulatedCallKind.Compensation => step.Compensation!,
        _ => step.Attempt(Attempt, Element, Iteration),
    };

    /// <summary>The call as it stands in what was observed.</summary>
    public override string ToString() => Kind switch
    {
        SimulatedCallKind.Body => $"{Path}:{Attempt}",
        SimulatedCallKind.Fallback => $"{Path}!",
        SimulatedCallKind.Compensation => $"{Path}~",
        SimulatedCallKind.Condition => $"{Path}?",
        _ => $"{Path}*",
    };
}
