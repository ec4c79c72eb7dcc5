namespace PlanDsl.Tests;

/// <content>Bounds on time, and waits.</content>
internal sealed partial class ReferenceRun
{
    private void Happen(Occurrence occurrence)
    {
        var step = occurrence.Step;
        var state = step < 0 ? null : _steps[step];
        var isExecuting = state is { Status: StepStatus.Running } && state.Attempts == occurrence.Attempt;
        switch (occurrence.Kind)
        {
            case OccurrenceKind.BodyEnds when isExecuting:
                EndBody(step, occurrence.Ending);
                break;
            case OccurrenceKind.AttemptTimesOut when isExecuting && !state!.IsCancelled:
                CancelBody(step);
                state.IsLate = true;
                break;
            case OccurrenceKind.StepTimesOut when _verdict is null && state!.Status is StepStatus.Running:
                state.IsTotalLate = true;
                state.IsLate = true;
                CancelBody(step);
                break;
            case OccurrenceKind.StepTimesOut when state!.Status is StepStatus.Waiting:
                _ready.Remove(step);
                Fail(step, FailureKind.Timeout);
                break;
            case OccurrenceKind.DelayIsOver when state!.Status is StepStatus.Waiting:
                _ready.Add(step);
                break;
            case OccurrenceKind.RunTimesOut when _verdict is null:
                Drain("Failed  Timeout");
                break;
        }
    }

    private void Wait(int step)
    {
        _steps[step].Status = StepStatus.Waiting;
        if (_plan.Steps[step].Governed!.RetryDelay is { } delay)
            Set(delay, step, OccurrenceKind.DelayIsOver);
        else
            _ready.Add(step);
    }

    /// <summary>Sets the bounds of an attempt, unless one around it leaves no more time.</summary>
    private void SetBounds(int step)
    {
        var state = _steps[step];
        var policy = _plan.Steps[step].Governed;
        var left = _plan.Timeout - _now ?? TimeSpan.MaxValue;
        if (state.Attempts == 1 && policy?.TotalTimeout < left)
        {
            state.TotalDue = _now + policy.TotalTimeout;
            Set(policy.TotalTimeout.Value, step, OccurrenceKind.StepTimesOut);
        }

        if (state.TotalDue - _now < left)
            left = state.TotalDue!.Value - _now;
        if (policy?.Timeout < left)
            Set(policy.Timeout.Value, step, OccurrenceKind.AttemptTimesOut);
    }

    /// <summary>Cancels the token of an attempt; its body may stop earlier for it than it would have ended.</summary>
    private void CancelBody(int step)
    {
        if (_steps[step].IsCancelled)
            return;
        _steps[step].IsCancelled = true;
        if (_plan.Steps[step].StopsAfter is not { } stopsAfter)
            return;
        var natural = _due.Single(due => due.Step == step && due.Kind is OccurrenceKind.BodyEnds && due.Attempt == _steps[step].Attempts);
        if (natural.Due <= _now + stopsAfter)
            return;
        _due.Remove(natural);
        Set(stopsAfter, step, OccurrenceKind.BodyEnds, Ending.ThrowsCanceled);
    }
}
