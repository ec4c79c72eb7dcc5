using System.ComponentModel;

namespace PlanDsl;

/// <summary>The way of one run through a plan with transitions: which step comes next. It goes on when the engine asks about a step, all of
/// whose predecessors have ended then. Thread-safe. For generated code.</summary>
/// <param name="flow">The ways through the plan.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class FlowCursor(PlanFlow flow)
{
    private readonly Lock _gate = new();

    // The step that runs or is to run; -1 where the way has ended.
    private int _current = flow.First;

    // The step on whose failure branch that is, and the place there.
    private int _owner = -1;
    private int _place;
    private bool _isBroken;

    /// <summary>Whether a step is the one that comes next. Where the way broke off, at a failure that nothing handles, it leads to the steps
    /// that run also then.</summary>
    /// <param name="step">The index of the step.</param>
    /// <param name="context">The attempt that is about to begin.</param>
    public bool LeadsTo(int step, StepContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        lock (_gate)
        {
            while (_current >= 0 && HasEnded(_current, context, out var outcome))
                Advance(outcome);
            return step == _current || (_isBroken && flow.Steps[step]!.RunsAfterFailures);
        }
    }

    private static bool HasEnded(int step, StepContext context, out StepOutcome<object> outcome)
    {
        outcome = context.OutcomeOf<object>(step, null);
        return outcome.Status is not (StepStatus.Pending or StepStatus.Running or StepStatus.Waiting);
    }

    private void Advance(StepOutcome<object> outcome)
    {
        var step = flow.Steps[_current]!;
        var hasFailed = outcome.Status is StepStatus.Failed or StepStatus.Cancelled || outcome is { Status: StepStatus.Partial, Error: not null };
        if (hasFailed && step.FailureBranch.Count > 0)
        {
            (_owner, _place) = (_current, 0);
            _current = step.FailureBranch[0];
        }
        else if (outcome.SkipCause is SkipCause.Dependency || (hasFailed && !step.IsTolerated))
        {
            (_current, _isBroken) = (-1, true);
        }
        else if (_owner >= 0)
        {
            GoOnInBranch(step);
        }
        else
        {
            _current = step.DefaultNext ?? step.NextOnMainLine ?? -1;
        }
    }

    private void GoOnInBranch(FlowStep step)
    {
        var owner = flow.Steps[_owner]!;
        if (++_place < owner.FailureBranch.Count)
        {
            _current = owner.FailureBranch[_place];
            return;
        }

        _current = step.DefaultNext ?? owner.NextOnMainLine ?? -1;
        _owner = -1;
    }
}
