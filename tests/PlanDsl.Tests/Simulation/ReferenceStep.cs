namespace PlanDsl.Tests;

/// <summary>How a step stands in a reference run.</summary>
internal sealed class ReferenceStep
{
    public StepStatus Status { get; set; }

    public int Attempts { get; set; }

    public FailureKind? Failure { get; set; }

    /// <summary>Whether the token of the attempt is cancelled.</summary>
    public bool IsCancelled { get; set; }

    /// <summary>Whether that is because its time, or the step's, was up.</summary>
    public bool IsLate { get; set; }

    /// <summary>Whether the time of the step is up.</summary>
    public bool IsTotalLate { get; set; }

    /// <summary>When the time of the step will be up; null if nothing but the run bounds it.</summary>
    public TimeSpan? TotalDue { get; set; }

    public bool HasEnded => Status is not (StepStatus.Pending or StepStatus.Running or StepStatus.Waiting);

    public override string ToString() => $"{Status}/{Attempts}/{Failure}";
}
