namespace PlanDsl;

/// <summary>What the failure of a step means for the rest of its run, once its own means are used up.</summary>
public enum FailurePolicy
{
    /// <summary>Running steps are cancelled now, pending ones end cancelled, and the run fails. The default.</summary>
    Abort = 0,

    /// <summary>The steps that depend on it, directly or not, are skipped; the rest of the plan goes on. The run fails
    /// in the end, unless the step is not critical.</summary>
    SkipDependents = 1,

    /// <summary>The steps that depend on it run without its result, which is therefore optional to them. The run does
    /// not fail by it, unless the step is declared critical.</summary>
    Continue = 2,
}
