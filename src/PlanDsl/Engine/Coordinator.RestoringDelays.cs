namespace PlanDsl;

/// <content>Delays before attempts in which the run was left: what is left of them is waited for, without a slot, before anything starts
/// again. A step, and a member of a group, waits before it starts; an element or an iteration goes on in its whole, as if it had waited there.</content>
internal abstract partial class Coordinator
{
    // Steps that wait for an attempt that was not due yet when the run was resumed.
    private int _delayed;

    /// <summary>Lets a part wait that had waited for its next attempt; <see langword="false"/> for one that has nothing to wait for.</summary>
    public bool TryWaitOn(GovernedStep part)
    {
        if (part.DelayLeft == TimeSpan.Zero)
            return false;
        lock (_gate)
        {
            if (IsCalledOff(part))
                return false;
            var whole = part.Whole!;
            GiveBack(whole);
            whole.Parts!.Live++;
            whole.Parts.Enter(part);
            _waiting++;
            part.WaitFirst();

            // So it had been told.
            part.Steps.Enter(part.Entry, StepStatus.Waiting);
        }

        return true;
    }

    private bool IsDelayed(int step) => HadStarted(step) && _before![step]!.DueAt is { } due && due > _time.GetUtcNow();

    private void StartDelay(int step)
    {
        var left = Elapsed.LeftOf(_before![step]!.DueAt!.Value - _time.GetUtcNow(), TimeSpan.Zero);
        if (_plan.PolicyOf(step)?.TotalTimeout is { } total && Elapsed.LeftOf(total, Elapsed.Since(_before[step]!.StartedAt!.Value, _time)) is var bound && bound < left)
            left = bound;
        OneShot.Start(_time, static delay => ((RetryDelay)delay!).EndNow(), new RetryDelay(this, step), left);
    }

    /// <summary>The next attempt of a step is due that waited for it before the run was resumed.</summary>
    public void EndDelay(int step)
    {
        try
        {
            lock (_gate)
            {
                _delayed--;
                if (MayStillRun(step))
                    MakeReady(step);
            }

            Attend();
        }
        catch (Exception fault)
        {
            Panic(fault);
        }
    }
}
