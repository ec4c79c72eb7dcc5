namespace PlanDsl;

/// <summary>A run has failed. <see cref="Exception.InnerException"/> is the exception of the step whose failure is the
/// run's error, and <see cref="Outcome"/> tells of every step.</summary>
/// <param name="outcome">How the run ended.</param>
public sealed class PlanFailedException(PlanOutcome outcome) : Exception(MessageOf(outcome), outcome.Error?.Exception)
{
    /// <summary>How the run ended, step by step.</summary>
    public PlanOutcome Outcome { get; } = outcome;

    private static string MessageOf(PlanOutcome outcome) => outcome.Error switch
    {
        { StepId: { } step } error => $"Plan '{outcome.PlanId}' failed in step '{step}': {error.Message}",
        { } error => $"Plan '{outcome.PlanId}' failed: {error.Message}",
        null => $"Plan '{outcome.PlanId}' failed.",
    };
}
