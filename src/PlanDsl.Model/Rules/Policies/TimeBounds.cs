namespace PlanDsl.Model;

/// <summary>Lists the lengths of time that a plan declares.</summary>
internal static class TimeBounds
{
    /// <summary>Those of the plan, then those of its steps, each with those of what takes its place and what undoes it.</summary>
    public static IEnumerable<TimeBound> Of(PlanAnalysis plan)
    {
        var owner = $"plan '{plan.Model.Id}'";
        if (plan.Model.Timeout is { } timeout)
            yield return new(Anchor.Plan, PropertyNames.Timeout, owner, timeout);
        if (plan.Model.DefaultTimeout is { } common)
            yield return new(Anchor.Plan, PropertyNames.DefaultTimeout, owner, common);
        for (var step = 0; step < plan.Model.Steps.Count; step++)
        {
            if (!plan.Has(step, StepAspects.Time))
                continue;
            foreach (var bound in Of(plan.Model.Steps[step], Anchor.Step(step)))
                yield return bound;
            foreach (var (role, method) in plan.Model.Steps[step].Methods)
            {
                if (method.Timeout is { } own)
                    yield return new(Anchor.StepMethod(step, role), PropertyNames.Timeout, plan.Model.Steps[step].NameOf(role), own);
            }
        }
    }

    private static IEnumerable<TimeBound> Of(StepModel step, Anchor anchor)
    {
        var owner = step.Name;
        if (step.Timeout is { } timeout)
            yield return new(anchor, PropertyNames.Timeout, owner, timeout);
        if (step.TotalTimeout is { } total)
            yield return new(anchor, PropertyNames.TotalTimeout, owner, total);
        if (step.Retry?.Delay is { } delay)
            yield return new(anchor, PropertyNames.RetryDelay, owner, delay);
        if (step.Retry?.MaxDelay is { } greatest)
            yield return new(anchor, PropertyNames.RetryMaxDelay, owner, greatest);
    }
}
