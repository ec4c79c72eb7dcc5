namespace PlanDsl.Cli;

/// <summary>What went wrong in a run.</summary>
internal static class RunErrors
{
    /// <summary>The run's error first, then those of the other steps that were not borne with, then what could not be undone, and what went wrong
    /// with the journal.</summary>
    public static IEnumerable<StepError> Of(PlanOutcome outcome)
    {
        if (outcome.Error is { } error)
            yield return error;
        foreach (var step in outcome.Failures)
        {
            if (!step.IsTolerated && step.Error is { } failure && !(step.Id == outcome.Error?.StepId && failure.Kind == outcome.Error.Kind))
                yield return failure with { StepId = step.Path };
        }

        foreach (var step in outcome.CompensationFailures)
            yield return step.Compensation!.Error! with { StepId = step.Path };

        if (outcome.JournalError is { } fault && fault != outcome.Error)
            yield return fault;
    }
}
