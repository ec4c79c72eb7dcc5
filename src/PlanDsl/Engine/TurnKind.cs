namespace PlanDsl;

/// <summary>What a worker is to do with what it is handed.</summary>
internal enum TurnKind
{
    /// <summary>Run the body, or go on with it.</summary>
    Body,

    /// <summary>Ask the condition; a step for which it holds then stands at the end of the line.</summary>
    Condition,

    /// <summary>Ask the condition; a step for which it holds then stands ahead of all others.</summary>
    LeadingCondition,

    /// <summary>Undo the step.</summary>
    Compensation,
}
