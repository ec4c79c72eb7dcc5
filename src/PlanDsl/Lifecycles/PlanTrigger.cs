namespace PlanDsl;

/// <summary>What moves the coordinator of a run; see <see cref="PlanLifecycle"/>.</summary>
public enum PlanTrigger
{
    /// <summary>The run starts.</summary>
    StartPlan,

    /// <summary>The next round of steps may be handed out.</summary>
    PlannerFinished,

    /// <summary>The plan turned out to be invalid.</summary>
    ValidationFailed,

    /// <summary>A round of ready steps is handed out: several, one, or none while others are in flight.</summary>
    DispatchStep,

    /// <summary>A step has ended without aborting the run.</summary>
    StepSucceeded,

    /// <summary>A group has ended, or everything has.</summary>
    ParallelComplete,

    /// <summary>The run has failed.</summary>
    StepFailed,

    /// <summary>The run has reached its deadline.</summary>
    Timeout,

    /// <summary>The engine itself is at fault.</summary>
    Panic,
}
