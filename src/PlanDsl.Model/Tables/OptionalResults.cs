namespace PlanDsl.Model;

/// <summary>Which results may be absent in a run that succeeds: those are optional in <c>Results</c>.</summary>
public static class OptionalResults
{
    /// <summary>The steps of <paramref name="model"/> that a run may end without the result of and still succeed, in linear time:
    /// a step may be skipped by its own condition; one that is not critical and does not abort may fail; and where it skips its
    /// dependents, all that come after it may be skipped. A failure under <see cref="FailurePolicy.Continue"/> and a condition go
    /// no further than the step itself.</summary>
    /// <param name="model">The plan.</param>
    /// <param name="graph">Its graph.</param>
    public static StepSet Of(PlanModel model, PlanGraph graph)
    {
        var skipping = new List<int>();
        for (var step = 0; step < model.Steps.Count; step++)
        {
            if (IsTolerated(model.Steps[step]) && model.Steps[step].EffectiveOnFailure is FailurePolicy.SkipDependents)
                skipping.Add(step);
        }

        // What runs after failures is not skipped because of one, and what comes after it is not, either.
        var optional = Reachability.DependentsOf(graph, skipping, step => !model.Steps[step].RunsAfterFailures);
        for (var step = 0; step < model.Steps.Count; step++)
        {
            if (IsTolerated(model.Steps[step]) || HasCondition(model.Steps[step]))
                optional.Add(step);
        }

        return optional;
    }

    private static bool HasCondition(StepModel step) => step.When is not null || step.RunWhen is RunWhen.Failure;

    private static bool IsTolerated(StepModel step) =>
        !step.IsCritical && step.EffectiveOnFailure is (FailurePolicy.Continue or FailurePolicy.SkipDependents);
}
