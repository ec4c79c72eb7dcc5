using PlanDsl.Model;

namespace PlanDsl;

/// <summary>The policies of a plan that is made at run time, with the plan's defaults resolved as its generator would.</summary>
internal static class StepPolicies
{
    /// <summary>One policy per step, or <see langword="null"/> where none has one.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="live">Which of its steps start together.</param>
    /// <exception cref="NotSupportedException">A step chooses by a generic type of exception what is retried.</exception>
    public static StepPolicy?[]? Of(PlanModel plan, LiveChains? live)
    {
        var numbers = new MethodNumbers(plan);
        StepPolicy?[]? policies = null;
        for (var step = 0; step < plan.Steps.Count; step++)
        {
            if (Of(step, plan, numbers) is { } policy)
                (policies ??= new StepPolicy?[plan.Steps.Count])[step] = policy;
        }

        return live is null ? policies : WithLive(policies ?? new StepPolicy?[plan.Steps.Count], live);
    }

    private static StepPolicy?[] WithLive(StepPolicy?[] policies, LiveChains live)
    {
        for (var step = 0; step < policies.Length; step++)
        {
            if (live.ProducerOf(step) is not (>= 0 and var producer))
                continue;
            policies[step] = (policies[step] ?? new()) with { LiveFrom = producer };
            policies[producer] = (policies[producer] ?? new()) with { LiveTo = step };
        }

        return policies;
    }

    private static StepPolicy? Of(int index, PlanModel plan, MethodNumbers numbers)
    {
        var step = plan.Steps[index];

        // A context alone asks for the long way round, but for nothing on it.
        var timeout = step.EffectiveTimeoutIn(plan);
        if (timeout is null && step.TotalTimeout is null && step.Retry?.Retries is not > 0 && step.Pipeline is null
            && !step.RunsAfterFailures && !step.HasMethods && step.Parallel is null && step.Element is null && !step.NeedsServices
            && !step.IsDoneByEngine && step.Flow is null)
            return null;

        return new()
        {
            Timeout = timeout?.Value,
            TotalTimeout = step.TotalTimeout?.Value,
            Retries = step.Retry?.Retries ?? 0,
            RetryDelay = step.Retry?.Delay?.Value,
            RetryMaxDelay = step.Retry?.MaxDelay?.Value,
            RetryBackoff = step.Retry?.Backoff ?? RetryBackoff.Constant,
            RetryOnNames = ExceptionNames.Of(step, step.Retry?.RetryOn),
            NoRetryOnNames = ExceptionNames.Of(step, step.Retry?.NoRetryOn),
            RetryOnKinds = FailureKindNames.Of(step.Retry?.RetryOn),
            NoRetryOnKinds = FailureKindNames.Of(step.Retry?.NoRetryOn),
            Pipeline = step.Pipeline,
            NeedsServices = step.NeedsServices,
            Condition = numbers.Of(index, MethodRole.When),
            Branch = step.Flow is null ? null : numbers.Decisions.Count + index,
            Accepted = AcceptedEnds.Of(step),
            RunWhen = step.RunWhen ?? RunWhen.Success,
            Fallback = numbers.Of(index, MethodRole.Fallback),
            Compensation = numbers.Of(index, MethodRole.Compensate),
            Loop = numbers.Of(index, MethodRole.RepeatUntil) is { } until ? new(until, step.MaxIterations ?? 1, step.OnExhausted is OnExhausted.UseLast) : null,
            Signal = step.Signal is { } signal ? new(signal.Name, ValueType: null) { TakesAnything = true } : null,
            IsSubPlan = step.SubPlan is not null,
            IsFanOut = step.Element is not null,
            MaxParallel = step.MaxParallel,
            Group = step.Parallel is { } group ? new(group.EffectiveStrategy, group.Threshold ?? 0) : null,
        };
    }
}
