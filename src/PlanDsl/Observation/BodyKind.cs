namespace PlanDsl;

/// <summary>What a body is to its step.</summary>
internal enum BodyKind
{
    /// <summary>What the step does.</summary>
    Step,

    /// <summary>What it does when that has failed.</summary>
    Fallback,

    /// <summary>What undoes it.</summary>
    Compensation,
}
