namespace PlanDsl.Model;

/// <summary>Which results may be absent: in a run that succeeds, so that they are optional in <c>Results</c>, and to those who
/// bind them.</summary>
public static class OptionalResults
{
    /// <summary>The steps of <paramref name="model"/> that a run may end without the result of and still succeed, in linear time:
    /// a step may be skipped by its own condition; one that is not critical and does not abort may fail; and where it skips its
    /// dependents, all that come after it may be skipped. A failure under <see cref="FailurePolicy.Continue"/> and a condition go
    /// no further than the step itself. In a plan with transitions, a way may lead past a step. The members of a group may be absent
    /// where their group may, where it can succeed without them, and by their own condition.</summary>
    /// <param name="model">The plan.</param>
    /// <param name="graph">Its graph.</param>
    /// <param name="bindings">What its names mean.</param>
    public static StepSet Of(PlanModel model, PlanGraph graph, PlanBindings bindings)
    {
        var skipping = new List<int>();
        for (var step = 0; step < model.Steps.Count; step++)
        {
            if (bindings.GroupOf(step) < 0 && IsTolerated(model.Steps[step]) && model.Steps[step].EffectiveOnFailure is FailurePolicy.SkipDependents)
                skipping.Add(step);
        }

        // What runs after failures is not skipped because of one, and what comes after it is not, either.
        var optional = Reachability.DependentsOf(graph, skipping, step => !model.Steps[step].RunsAfterFailures);
        for (var step = 0; step < model.Steps.Count; step++)
        {
            if (bindings.GroupOf(step) < 0 && (IsTolerated(model.Steps[step]) || HasCondition(model.Steps[step]) || bindings.Ways?.LeadPast(step) is true))
                optional.Add(step);
        }

        for (var step = 0; step < model.Steps.Count; step++)
        {
            if (bindings.GroupOf(step) is >= 0 and var group && (optional.Contains(group) || CanBeMissing(model, group, step)))
                optional.Add(step);
        }

        return optional;
    }

    /// <summary>Whether a step that binds the result of another may run although there is none, its own <see cref="StepModel.RunWhen"/> apart.</summary>
    /// <param name="model">The plan.</param>
    /// <param name="bindings">What its names mean.</param>
    /// <param name="step">The step that produces the result.</param>
    /// <param name="consumer">The step that binds it.</param>
    public static bool IsOptionalTo(PlanModel model, PlanBindings bindings, int step, int consumer) =>
        IsOptionalToConsumers(model, bindings, step) || bindings.Ways?.LeadPast(bindings.NodeOf(step), bindings.NodeOf(consumer)) is true;

    /// <summary>The same for any step that binds it, the ways through a plan with transitions apart. Of a group's member its group decides:
    /// it may fail and be tolerated, or succeed without this member, which may have a condition of its own.</summary>
    /// <param name="model">The plan.</param>
    /// <param name="bindings">What its names mean.</param>
    /// <param name="step">The step that produces the result.</param>
    public static bool IsOptionalToConsumers(PlanModel model, PlanBindings bindings, int step) =>
        bindings.GroupOf(step) is >= 0 and var group
            ? CanBeMissing(model, group, step) || model.Steps[group].IsOptionalToConsumers
            : model.Steps[step].IsOptionalToConsumers;

    // The group goes on without a member that its own condition has skipped.
    private static bool CanBeMissing(PlanModel model, int group, int member) =>
        model.Steps[group].Parallel!.CanLoseMembers || model.Steps[member].When is not null;

    private static bool HasCondition(StepModel step) => step.When is not null || step.RunWhen is RunWhen.Failure;

    private static bool IsTolerated(StepModel step) =>
        !step.IsCritical && step.EffectiveOnFailure is (FailurePolicy.Continue or FailurePolicy.SkipDependents);
}
