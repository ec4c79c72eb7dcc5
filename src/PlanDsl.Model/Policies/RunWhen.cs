namespace PlanDsl;

/// <summary>After which ends of the steps before it a step runs.</summary>
public enum RunWhen
{
    /// <summary>When they have succeeded or their failure is tolerated. The default.</summary>
    Success = 0,

    /// <summary>When they have all ended and at least one of them has failed, also while the run is ending.</summary>
    Failure = 1,

    /// <summary>When they have all ended in any way, also while the run is ending.</summary>
    Always = 2,
}
