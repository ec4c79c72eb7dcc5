namespace PlanDsl.Model;

/// <summary>PLAN0204: a result that may be absent is taken by a parameter that may be null. Silent where nullability is
/// oblivious, and where the type does not fit at all.</summary>
internal sealed class OptionalIntoNonNullableRule : IPlanRule
{
    public void Check(PlanAnalysis plan, ICollection<Finding> findings)
    {
        foreach (var step in plan.StepsWith(StepAspects.MayMissResult))
        {
            foreach (var binding in plan.Bindings.BindingsOf(step))
            {
                if (!plan.IsSettled(binding) || binding.Parameter.Kind is ParameterKind.Element or ParameterKind.Outcome)
                    continue;
                var consumer = plan.Model.Steps[step];
                var parameter = binding.Parameter;
                if (parameter.Type.Nullability is not Nullability.NotNull
                    || ReasonForAbsence(plan, binding) is not { } reason
                    || !plan.Fits(plan.GivenTo(binding), parameter.Type))
                    continue;
                findings.Add(new(
                    RuleIds.OptionalIntoNonNullable,
                    binding.Anchor.At(PropertyNames.Type),
                    [parameter.TitleAtStart, consumer.NameOf(binding.Role), TakenBy(parameter), plan.KeyOf(binding), reason, RemedyFor(parameter)]));
            }
        }
    }

    /// <summary>The type that a parameter has to have to take <paramref name="given"/>, which it is bound to, as messages spell it.</summary>
    internal static string TypeToTake(PlanAnalysis plan, Binding binding, TypeRef given)
    {
        var mayBeNull = given.IsValueType || binding.Parameter.Type.Nullability is not Nullability.Oblivious;
        return given.Nullability is not Nullability.Nullable && mayBeNull && ReasonForAbsence(plan, binding) is not null ? given.Display + "?" : given.AnnotatedDisplay;
    }

    private static string TakenBy(ParameterModel parameter) =>
        parameter.Path is null || parameter.Type != TypeRef.Json ? $"takes '{parameter.Type.Display}'" : "needs a value";

    private static string RemedyFor(ParameterModel parameter) =>
        parameter.Path is null ? $"make it '{parameter.Type.Display}?'" : $"say what to take then: {parameter.Name} ?? …";

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
