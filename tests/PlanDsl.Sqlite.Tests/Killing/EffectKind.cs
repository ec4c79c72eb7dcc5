namespace PlanDsl.Tests;

/// <summary>What a body does for a step.</summary>
internal enum EffectKind
{
    /// <summary>What the step is there for.</summary>
    Body,

    /// <summary>What is done instead.</summary>
    Fallback,

    /// <summary>What undoes it.</summary>
    Compensation,
}
