namespace PlanDsl.Model;

/// <summary>Tells where a step reads the error of another that has none whenever it does, since it starts only where that one has not failed; or that may have none.</summary>
internal static class AbsentErrors
{
    /// <summary>Tells of a path into such an error (PLAN0204), unless there may be one, or <c>??</c> says what to take then.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="binding">Who reads how a step has ended.</param>
    /// <param name="findings">What has been found.</param>
    public static void Check(PlanAnalysis plan, Binding binding, ICollection<Finding> findings)
    {
        if (binding.Parameter.Path is not { HasDefault: false } path || StepPath.From(path) is not { Member: "error" } named || path.Segments.Count <= named.Used
            || path.Segments[named.Used].Name is not ("kind" or "message")
            || binding.Parameter.Type.Nullability is Nullability.Oblivious || binding.Producer < 0 || !NeverReach(plan, binding.Producer, binding.Step))
            return;
        var (consumer, producer) = (plan.Model.Steps[plan.Bindings.NodeOf(binding.Step)], plan.Model.Steps[plan.Bindings.NodeOf(binding.Producer)]);
        findings.Add(RuleIds.OptionalIntoNonNullable, binding.Anchor.At(PropertyNames.Member, named.Used + 1), () =>
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

    /// <summary>Why there may be no error where a step reads that of another as a whole, although it runs after a failure, too; <see langword="null"/> where it runs
    /// only then, as far as can be told, and for other paths.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="path">The path.</param>
    /// <param name="consumer">The step that reads it; negative for what the plan says of all steps.</param>
    /// <param name="role">What of the step reads it.</param>
    public static string? WhyAbsent(PlanAnalysis plan, PathExpression path, int consumer, MethodRole role)
    {
        if (consumer < 0 || role is not MethodRole.Body || StepPath.From(path) is not { Member: "error" } named || named.Used != path.Segments.Count
            || plan.Bindings.StepWithId(named.Id) is not (>= 0 and var producer) || plan.Bindings.IsContested(producer) || NeverReach(plan, producer, consumer))
            return null;
        var (before, after) = (plan.Bindings.NodeOf(producer), plan.Bindings.NodeOf(consumer));

        // A condition may ask for the status, elements may be those of a failure, and a way may be that of one.
        return before == after || plan.Bindings.Ways is not null || MayAwaitFailure(plan, after) || (consumer != after && MayAwaitFailure(plan, consumer))
            ? null
            : $"there is none unless {plan.Model.Steps[producer].Name} has failed";
    }

    /// <summary>What to do about such an error.</summary>
    public static string RemedyFor(PathExpression path) => $"ask in a condition whether it has failed, or say what to take then: {path} ?? …";

    private static bool MayAwaitFailure(PlanAnalysis plan, int step) =>
        plan.Model.Steps[step] is { RunsAfterFailures: true } or { When: not null } || plan.Has(step, StepAspects.Element);
}
