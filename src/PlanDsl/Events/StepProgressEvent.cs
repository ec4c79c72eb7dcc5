namespace PlanDsl;

/// <summary>The body has told how far it has come, by <see cref="StepContext.ReportProgress"/>.</summary>
public sealed record StepProgressEvent : StepEvent
{
    /// <summary>The part that is done, from 0 to 1.</summary>
    public required double Fraction { get; init; }

    /// <summary>What is being done, for a person; <see langword="null"/> if the body has not said.</summary>
    public string? Message { get; init; }
}
