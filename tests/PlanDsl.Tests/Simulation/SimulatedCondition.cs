namespace PlanDsl.Tests;

/// <summary>What the condition of a simulated step says.</summary>
internal enum SimulatedCondition
{
    Holds,
    HoldsNot,
    Throws,
}
