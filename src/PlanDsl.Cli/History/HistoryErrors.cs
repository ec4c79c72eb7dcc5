namespace PlanDsl.Cli;

/// <summary>What went wrong in a recorded run.</summary>
internal static class HistoryErrors
{
    /// <summary>The run's error first, then those of the steps that have failed.</summary>
    public static IEnumerable<StepError> Of(RunHistory history)
    {
        var error = history.Completed?.Error;
        if (error is not null)
            yield return error;
        foreach (var step in history.Steps)
        {
            if (step is { Status: StepStatus.Failed or StepStatus.Partial, Error: { } failure } && !(step.Path == error?.StepId && failure.Kind == error.Kind))
                yield return failure with { StepId = step.Path };
        }
    }
}
