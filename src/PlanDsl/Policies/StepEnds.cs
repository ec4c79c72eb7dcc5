namespace PlanDsl;

/// <summary>Ends of a step that its transitions may accept.</summary>
[Flags]
public enum StepEnds
{
    /// <summary>None of them.</summary>
    None = 0,

    /// <summary>It has succeeded.</summary>
    Success = 1,

    /// <summary>It has failed, for whatever reason.</summary>
    Failure = 2,

    /// <summary>It has reached its timeout.</summary>
    Timeout = 4,
}
