namespace PlanDsl.Tests;

/// <summary>What may be due in a reference run.</summary>
internal enum OccurrenceKind
{
    BodyEnds,
    GraceIsOver,
    AttemptTimesOut,
    StepTimesOut,
    DelayIsOver,
    IsUndone,
    StepIsCancelled,
    RunIsCancelled,
    RunTimesOut,
}
