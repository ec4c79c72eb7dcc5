namespace PlanDsl;

/// <summary>What moves a step; see <see cref="StepLifecycle"/>.</summary>
public enum StepTrigger
{
    /// <summary>It is handed out.</summary>
    Dispatch,

    /// <summary>It will not run.</summary>
    Skip,

    /// <summary>It waits, and gives its slot back.</summary>
    Wait,

    /// <summary>What it waited for has come.</summary>
    Wake,

    /// <summary>It succeeds.</summary>
    Succeed,

    /// <summary>It ends with some children failed.</summary>
    Partial,

    /// <summary>It fails.</summary>
    Fail,

    /// <summary>It is cancelled.</summary>
    Cancel,
}
