namespace PlanDsl.Model;

/// <summary>PLAN0204: a result that may be absent is taken by a parameter that may be null. Silent where nullability is
/// oblivious, and where the type does not fit at all.</summary>
internal sealed class OptionalIntoNonNullableRule : IPlanRule
{
    public void Check(PlanAnalysis plan, ICollection<Finding> findings)
    {
        for (var step = 0; step < plan.Model.Steps.Count; step++)
        {
            foreach (var binding in plan.Bindings.BindingsOf(step))
            {
                if (!plan.IsSettled(binding))
                    continue;
                var consumer = plan.Model.Steps[step];
                var parameter = binding.Parameter;
                var producer = plan.Model.Steps[binding.Producer];
                if (parameter.Type.Nullability is not Nullability.NotNull
                    || ReasonForAbsence(binding, consumer, producer) is not { } reason
                    || !plan.Fits(producer.ResultType!, parameter.Type))
                    continue;
                findings.Add(new(
                    RuleIds.OptionalIntoNonNullable,
                    binding.Anchor.At(PropertyNames.Type),
                    [parameter.Name, consumer.NameOf(binding.Role), parameter.Type.Display, parameter.Key, reason]));
            }
        }
    }

    private static string? ReasonForAbsence(Binding binding, StepModel consumer, StepModel producer) =>
        (binding.IsOwnResult ? null : ReasonForAbsence(consumer, producer))
        ?? (producer.ResultType!.Nullability is Nullability.Nullable ? $"step '{producer.Id}' returns '{producer.ResultType.AnnotatedDisplay}'" : null);

    private static string? ReasonForAbsence(StepModel consumer, StepModel producer) =>
        consumer.RunsAfterFailures ? $"step '{consumer.Id}' runs also when step '{producer.Id}' has failed"
        : producer.EffectiveOnFailure is FailurePolicy.Continue ? $"the plan goes on when step '{producer.Id}' fails"
        : producer.When is not null ? $"step '{producer.Id}' is skipped when its condition does not hold"
        : producer.RunWhen is RunWhen.Failure ? $"step '{producer.Id}' runs only after a failure"
        : null;
}
