namespace PlanDsl;

/// <summary>The hooks on the lifecycles of one run and of its sub-plans. Called by one thread at a time.</summary>
internal sealed class RunHooks(Action<PlanTransition>? onPlan, Action<StepTransition>? onStep)
{
    // When each coordinator was made and came to its state, and when each step came to its status, until they have ended.
    private readonly Dictionary<RunIdentity, (DateTimeOffset Made, DateTimeOffset Entered)> _plans = [];
    private readonly Dictionary<string, DateTimeOffset> _steps = new(StringComparer.Ordinal);

    /// <summary>The hooks of a run; <see langword="null"/> if there are none.</summary>
    public static RunHooks? TryCreate(PlanOptions? options) => options is null or { OnPlanTransition: null, OnStepTransition: null }
        ? null
        : new(options.OnPlanTransition, options.OnStepTransition);

    public void OnTransition(RunIdentity run, PlanState from, PlanState to, PlanTrigger trigger, DateTimeOffset now)
    {
        var (made, entered) = _plans.GetValueOrDefault(run, (now, now));
        if (PlanLifecycle.IsTerminal(to))
            _plans.Remove(run);
        else
            _plans[run] = (made, now);
        onPlan?.Invoke(new(run.RunId, run.PlanId, from, to, trigger, now - entered));
    }

    public void OnTransition(RunIdentity run, string path, StepStatus from, StepStatus to, StepTrigger trigger, DateTimeOffset now)
    {
        if (!_steps.Remove(path, out var entered))
            entered = _plans.TryGetValue(run, out var plan) ? plan.Made : now;
        if (!StepLifecycle.IsTerminal(to))
            _steps[path] = now;
        onStep?.Invoke(new(run.RunId, path, from, to, trigger, now - entered));
    }
}
