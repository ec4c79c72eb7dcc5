namespace PlanDsl;

/// <summary>What a strategy makes of the ends of a group's members.</summary>
internal enum GroupVerdict
{
    /// <summary>More must end before anything can be said.</summary>
    Open,

    /// <summary>The group succeeds.</summary>
    Succeeded,

    /// <summary>The group succeeds without some of its members.</summary>
    PartlySucceeded,

    /// <summary>The group fails, though some of its members have succeeded.</summary>
    PartlyFailed,

    /// <summary>The group fails.</summary>
    Failed,
}
