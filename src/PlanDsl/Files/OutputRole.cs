namespace PlanDsl;

/// <summary>What a command is to the step for which it runs.</summary>
internal enum OutputRole
{
    /// <summary>What the step does.</summary>
    Body,

    /// <summary>What stands in for that.</summary>
    Fallback,

    /// <summary>What undoes it.</summary>
    Compensate,
}
