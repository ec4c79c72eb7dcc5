using PlanDsl.Model;

namespace PlanDsl;

/// <summary>The way of one run through a plan with transitions: which step comes next. It goes on when the engine asks about a step, all of
/// whose predecessors have ended then. Thread-safe.</summary>
/// <param name="code">The plan.</param>
internal sealed class FlowCursor(PlanCode code)
{
    private readonly Lock _gate = new();

    // The step that runs or is to run; -1 where the way has ended.
    private int _current = code.FirstInFlow;

    // The step on whose failure branch that is, and the place there.
    private int _owner = -1;
    private int _place;
    private bool _isBroken;

    /// <summary>Whether a step is the one that comes next. Where the way broke off, at a failure that nothing handles, it leads to the steps
    /// that run also then.</summary>
    public bool LeadsTo(int step, StepContext context)
    {
        lock (_gate)
        {
            while (_current >= 0 && HasEnded(_current, context, out var outcome))
                Advance(outcome);
            return step == _current || (_isBroken && code.Model.Steps[step].RunsAfterFailures);
        }
    }

    private static bool HasEnded(int step, StepContext context, out StepOutcome<object> outcome)
    {
        outcome = context.OutcomeOf<object>(step, null);
        return outcome.Status is not (StepStatus.Pending or StepStatus.Running or StepStatus.Waiting);
    }

    private void Advance(StepOutcome<object> outcome)
    {
        var step = code.Model.Steps[_current];
        var flow = step.Flow!;
        var hasFailed = outcome.Status is StepStatus.Failed or StepStatus.Cancelled || outcome is { Status: StepStatus.Partial, Error: not null };
        if (hasFailed && !flow.FailureBranch.IsEmpty)
        {
            (_owner, _place) = (_current, 0);
            _current = flow.FailureBranch[0];
        }
        else if (outcome.SkipCause is SkipCause.Dependency || (hasFailed && step.EffectiveOnFailure is not FailurePolicy.Continue))
        {
            (_current, _isBroken) = (-1, true);
        }
        else if (_owner >= 0)
        {
            GoOnInBranch(flow);
        }
        else
        {
            _current = flow.DefaultNext ?? flow.NextOnMainLine ?? -1;
        }
    }

    private void GoOnInBranch(FlowModel flow)
    {
        var owner = code.Model.Steps[_owner].Flow!;
        if (++_place < owner.FailureBranch.Count)
        {
            _current = owner.FailureBranch[_place];
            return;
        }

        _current = flow.DefaultNext ?? owner.NextOnMainLine ?? -1;
        _owner = -1;
    }
}
