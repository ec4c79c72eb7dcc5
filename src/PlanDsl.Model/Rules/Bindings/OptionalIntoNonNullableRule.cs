namespace PlanDsl.Model;

/// <summary>PLAN0204: a result that may be absent is taken by a parameter that may be null. Silent where nullability is
/// oblivious, and where the type does not fit at all.</summary>
internal sealed class OptionalIntoNonNullableRule : IPlanRule
{
    public void Check(PlanAnalysis plan, ICollection<Finding> findings)
    {
        for (var step = 0; step < plan.Model.Steps.Count; step++)
        {
            var producers = plan.Bindings.ProducersOf(step);
            for (var index = 0; index < producers.Length; index++)
            {
                if (!plan.IsSettled(producers[index], step))
                    continue;
                var consumer = plan.Model.Steps[step];
                var parameter = consumer.Parameters[index];
                var producer = plan.Model.Steps[producers[index]];
                if (parameter.Type.Nullability is not Nullability.NotNull
                    || ReasonForAbsence(producer) is not { } reason
                    || !plan.Fits(producer.ResultType!, parameter.Type))
                    continue;
                findings.Add(new(
                    RuleIds.OptionalIntoNonNullable,
                    Anchor.StepParameter(step, index).At(PropertyNames.Type),
                    [parameter.Name, consumer.Id, parameter.Type.Display, parameter.Key, reason]));
            }
        }
    }

    private static string? ReasonForAbsence(StepModel producer) =>
        producer.IsOptionalToConsumers ? $"the plan goes on when step '{producer.Id}' fails"
        : producer.ResultType!.Nullability is Nullability.Nullable ? $"step '{producer.Id}' returns '{producer.ResultType.AnnotatedDisplay}'"
        : null;
}
