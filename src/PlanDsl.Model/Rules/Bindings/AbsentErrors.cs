namespace PlanDsl.Model;

/// <summary>Tells where a step reads the error of another that has none whenever it does: it starts only where that one has not failed.</summary>
internal static class AbsentErrors
{
    /// <summary>PLAN0204 for a path into such an error; <see langword="null"/> where there may be one, and where <c>??</c> says what to take then.</summary>
    public static Finding? Of(PlanAnalysis plan, Binding binding)
    {
        if (binding.Parameter.Path is not { HasDefault: false } path || StepPath.From(path) is not { Member: "error" } named || path.Segments.Count <= named.Used
            || path.Segments[named.Used].Name is not ("kind" or "message")
            || binding.Parameter.Type.Nullability is Nullability.Oblivious || binding.Producer < 0 || !NeverReach(plan, binding.Producer, binding.Step))
            return null;
        var (consumer, producer) = (plan.Model.Steps[plan.Bindings.NodeOf(binding.Step)], plan.Model.Steps[plan.Bindings.NodeOf(binding.Producer)]);
        return new(RuleIds.OptionalIntoNonNullable, binding.Anchor.At(PropertyNames.Member, named.Used + 1),
        [
            binding.Parameter.TitleAtStart, plan.Model.Steps[binding.Step].NameOf(binding.Role), "needs a value", path.TextOfFirst(named.Used),
            $"{consumer.Name} does not run when {producer.Name} has failed", $"have it run after failures (run_when), or say what to take then: {path} ?? …",
        ]);
    }

    /// <summary>Whether no error of a step is ever seen by another, which comes after it: a failure ends the run, or skips what follows.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="producer">The step whose error is read.</param>
    /// <param name="consumer">The step that reads it; negative for what the plan says of all steps.</param>
    public static bool NeverReach(PlanAnalysis plan, int producer, int consumer)
    {
        if (consumer < 0 || plan.Bindings.IsContested(producer))
            return false;
        var (before, after) = (plan.Bindings.NodeOf(producer), plan.Bindings.NodeOf(consumer));
        return before != after && !plan.Model.Steps[after].RunsAfterFailures
            && plan.Model.Steps[before].EffectiveOnFailure is not FailurePolicy.Continue
            && (before == producer || !plan.Model.Steps[before].Parallel!.CanLoseMembers);
    }
}
