namespace PlanDsl.Model;

/// <summary>PLAN0204: a result that may be absent is taken by a parameter that may not be null, or a path of a plan file leads through it. Silent where
/// nullability is oblivious, and where the type does not fit at all.</summary>
internal sealed class OptionalIntoNonNullableRule : IPlanRule
{
    public void Check(PlanAnalysis plan, ICollection<Finding> findings)
    {
        foreach (var step in plan.StepsWith(StepAspects.MayMissResult))
        {
            foreach (var binding in plan.Bindings.BindingsOf(step))
            {
                if (!plan.IsSettled(binding) || binding.Parameter.Kind is ParameterKind.Outcome)
                    continue;

                // Of the whole that a fan-out goes through another rule tells.
                if (binding.Parameter.Kind is not ParameterKind.Element && ReasonFor(plan, binding) is { } reason && plan.Fits(plan.GivenTo(binding), binding.Parameter.Type))
                    Report(plan, binding, binding.Anchor.At(PropertyNames.Type), AbsentIn(plan, binding), reason, findings);
                else if (binding.Parameter.Path is { } path)
                    CheckMember(plan, binding, path, findings);
            }
        }

        foreach (var step in plan.StepsWith(StepAspects.Outcome))
        {
            foreach (var binding in plan.Bindings.BindingsOf(step))
            {
                if (binding.Parameter.Kind is ParameterKind.Outcome)
                    AbsentErrors.Check(plan, binding, findings);
            }
        }
    }

    private static void Report(PlanAnalysis plan, Binding binding, Anchor place, string absent, string reason, ICollection<Finding> findings) => findings.Add(
        RuleIds.OptionalIntoNonNullable,
        place,
        () => [binding.Parameter.TitleAtStart, plan.Model.Steps[binding.Step].NameOf(binding.Role), TakenBy(binding.Parameter), absent, reason, RemedyFor(binding.Parameter)]);

    // What an iteration has left goes by another name in a path than the step itself.
    private static string AbsentIn(PlanAnalysis plan, Binding binding) =>
        binding.Parameter is { Kind: ParameterKind.Previous, Path: { } path } ? path.Root : plan.KeyOf(binding);

    // What lies behind null is nowhere, so that a path through it needs a default even where null itself is taken. Of types that allow null the types tell.
    private static string? ReasonFor(PlanAnalysis plan, Binding binding) =>
        binding.Parameter.Type.Nullability is Nullability.NotNull ? ReasonForAbsence(plan, binding)
        : binding.Parameter.Type.Nullability is Nullability.Oblivious || binding.Parameter.Path is not { HasDefault: false } path || path.Segments.Count <= ReferenceRoots.SegmentsToName(path) ? null
        : binding.Parameter.Kind is ParameterKind.Previous ? ReasonForAbsence(plan, binding)
        : binding.IsOwnResult ? null
        : ReasonInThePlan(plan, binding);

    // The group may be there, and the member that is read not.
    private static void CheckMember(PlanAnalysis plan, Binding binding, PathExpression path, ICollection<Finding> findings)
    {
        var first = ReferenceRoots.SegmentsToName(path);
        if (path.HasDefault || path.Segments.Count <= first || binding.IsOwnResult || plan.Model.Steps[binding.Producer] is not { Parallel: { EffectiveStrategy: not ParallelStrategy.Any } parallel } group
            || GroupPaths.MemberAt(plan.Bindings, path.Segments[first], binding.Producer) is not (>= 0 and var number))
            return;
        var member = plan.Model.Steps[number];
        var reason = parallel.CanLoseMembers ? $"{group.Name} can succeed without '{member.Id}'"
            : member.When is not null ? $"{member.Name} is skipped when its condition does not hold"
            : null;
        var goesOn = path.Segments.Count > first + 1;
        if (reason is not null && binding.Parameter.Type.Nullability is var taken && (taken is Nullability.NotNull ? goesOn || binding.Parameter.Kind is not ParameterKind.Element : goesOn && taken is Nullability.Nullable))
            Report(plan, binding, goesOn ? binding.Anchor.At(PropertyNames.Member, first + 2) : binding.Anchor.At(PropertyNames.Type), path.TextOfFirst(first + 1), reason, findings);
    }

    /// <summary>The type that a parameter has to have to take <paramref name="given"/>, which it is bound to, as messages spell it.</summary>
    internal static string TypeToTake(PlanAnalysis plan, Binding binding, TypeRef given)
    {
        var mayBeNull = given.IsValueType || binding.Parameter.Type.Nullability is not Nullability.Oblivious;
        return given.Nullability is not Nullability.Nullable && mayBeNull && ReasonForAbsence(plan, binding) is not null ? given.Display + "?" : given.AnnotatedDisplay;
    }

    private static string TakenBy(ParameterModel parameter) =>
        parameter.Path is null || parameter.Type.Name != TypeRef.Json.Name ? $"takes '{parameter.Type.Display}'" : "needs a value";

    private static string RemedyFor(ParameterModel parameter) =>
        parameter.Path is null ? $"make it '{parameter.Type.Display}?'"
        : parameter.Kind is ParameterKind.Element ? ElementSourceRule.RemedyForAbsence
        : $"say what to take then: {parameter.Name} ?? …";

    private static string? ReasonForAbsence(PlanAnalysis plan, Binding binding)
    {
        if (binding.Parameter.Kind is ParameterKind.Previous)
            return "there is none before the first iteration";
        var given = plan.GivenTo(binding);
        return (binding.IsOwnResult ? null : ReasonInThePlan(plan, binding))
            ?? (given.Nullability is not Nullability.Nullable ? null
                : binding.Parameter.TakesLastElement ? $"the elements that step '{plan.Model.Steps[binding.Producer].Id}' produces are '{given.AnnotatedDisplay}'"
                : $"step '{plan.Model.Steps[binding.Producer].Id}' returns '{given.AnnotatedDisplay}'");
    }

    /// <summary>Why a result may be absent to a step that binds it, its type apart; <see langword="null"/> if it is not.</summary>
    internal static string? ReasonInThePlan(PlanAnalysis plan, Binding binding)
    {
        var consumer = plan.Model.Steps[plan.Bindings.NodeOf(binding.Step)];
        var producer = plan.Model.Steps[plan.Bindings.NodeOf(binding.Producer)];
        return consumer.RunsAfterFailures ? $"{consumer.Name} runs also when {producer.Name} has failed"
            : producer.EffectiveOnFailure is FailurePolicy.Continue ? $"the plan goes on when {producer.Name} fails"
            : producer.When is not null ? $"{producer.Name} is skipped when its condition does not hold"
            : plan.Model.Steps[binding.Producer] is { When: not null } member ? $"{member.Name} is skipped when its condition does not hold"
            : plan.Bindings.Ways?.LeadPast(plan.Bindings.NodeOf(binding.Producer), plan.Bindings.NodeOf(binding.Step)) is true ? PassedBy(producer, consumer)
            : producer.RunWhen is RunWhen.Failure ? $"{producer.Name} runs only after a failure"
            : plan.Bindings.GroupOf(binding.Producer) >= 0 && producer.Parallel!.CanLoseMembers ? $"{producer.Name} can succeed without '{plan.Model.Steps[binding.Producer].Id}'"
            : null;
    }

    private static string PassedBy(StepModel producer, StepModel consumer) => producer.Flow is { IsOffMainLine: true }
        ? $"{producer.Name} runs only when another has failed"
        : $"the plan can come to {consumer.Name} without {producer.Name}";
}
