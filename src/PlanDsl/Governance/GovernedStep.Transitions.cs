namespace PlanDsl;

/// <content>Ends that the step's transitions do not accept.</content>
internal sealed partial class GovernedStep
{
    /// <summary>Whether its body has returned, and its transitions do not accept that: it has failed, and can be undone all the same.</summary>
    public bool IsBodyRefused { get; private set; }

    /// <summary>What the step has failed with: an end that is not accepted is a failure, and one of its own kind.</summary>
    private Exception? Accept(Exception? failure)
    {
        if (policy?.Accepted is not { } accepted || IsPart || WasAskedToStop(failure))
            return failure;
        if (failure is null)
        {
            if ((accepted & StepEnds.Success) != StepEnds.None)
                return null;
            IsBodyRefused = ReplacedError is null;
            return new TransitionException($"Step '{Path}' has succeeded, which its transitions do not accept; add step_succeeded to its allowed_events.", innerException: null);
        }

        var error = IsOfParts(failure) ? Parts!.Error! : ErrorOf(failure);
        var (ends, name) = error.Kind is FailureKind.Timeout ? (StepEnds.Failure | StepEnds.Timeout, "timeout") : (StepEnds.Failure, "step_failed");
        return (accepted & ends) != StepEnds.None ? failure
            : new TransitionException($"{error.Message} (The transitions of step '{Path}' do not accept that; add {name} to its allowed_events.)", failure);
    }
}
