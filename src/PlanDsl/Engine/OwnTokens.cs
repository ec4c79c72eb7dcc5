using PlanDsl.Model;

namespace PlanDsl;

/// <summary>The tokens of steps that are not governed, one for each while it executes, so that it can be cancelled alone. Made
/// and cancelled by the coordinator.</summary>
internal sealed class OwnTokens(PlanTable plan)
{
    private readonly BodyCancellation?[] _executing = new BodyCancellation?[plan.StepCount];
    private Dictionary<int, ITimer?>? _graces;

    /// <summary>Makes the token of a step that is about to execute, if it is given one and does not get it otherwise.</summary>
    public void Open(int step)
    {
        if (plan.Has(step, StepTraits.Cancellable) && !plan.Has(step, StepTraits.Governed))
            _executing[step] = new();
    }

    public BodyCancellation? Of(int step) => _executing[step];

    /// <summary>Keeps the timer that is to be stopped when the body of a step returns; the one that was kept before, which is to be
    /// stopped now. Timers are code of others, so it is not done here, under the coordinator's lock.</summary>
    public ITimer? SetGrace(int step, ITimer? timer)
    {
        (_graces ??= []).Remove(step, out var before);
        _graces[step] = timer;
        return before;
    }

    /// <summary>Forgets the token of a step whose body has returned; the timer that is to be stopped, if there is one.</summary>
    public ITimer? Close(int step)
    {
        _executing[step] = null;
        ITimer? grace = null;
        _graces?.Remove(step, out grace);
        return grace;
    }

    public void CancelAll()
    {
        foreach (var body in _executing)
            body?.Cancel();
    }
}
