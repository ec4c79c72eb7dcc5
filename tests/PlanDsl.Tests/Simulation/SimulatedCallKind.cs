namespace PlanDsl.Tests;

/// <summary>What of a simulated plan the engine may call.</summary>
internal enum SimulatedCallKind
{
    Body,
    Fallback,
    Compensation,
    Condition,
    Until,
    Elements,
}
