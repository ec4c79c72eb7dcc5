namespace PlanDsl;

/// <summary>A run has failed. <see cref="Exception.InnerException"/> is the exception of the step whose failure is the
/// run's error, the message says also what could not be undone, and <see cref="Outcome"/> tells of every step.</summary>
/// <param name="outcome">How the run ended.</param>
public sealed class PlanFailedException(PlanOutcome outcome) : Exception(OutcomeText.Message(outcome), outcome.Error?.Exception)
{
    /// <summary>How the run ended, step by step.</summary>
    public PlanOutcome Outcome { get; } = outcome;
}
