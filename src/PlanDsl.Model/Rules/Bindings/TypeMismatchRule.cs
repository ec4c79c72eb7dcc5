namespace PlanDsl.Model;

/// <summary>PLAN0202: a result has the type that its consumer takes, or converts to it.</summary>
internal sealed class TypeMismatchRule : IPlanRule
{
    public void Check(PlanAnalysis plan, ICollection<Finding> findings)
    {
        if (plan.Types.Mismatches.IsEmpty)
            return;
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
                if (plan.Fits(producer.ResultType!, parameter.Type))
                    continue;
                findings.Add(new(
                    RuleIds.TypeMismatch,
                    Anchor.StepParameter(step, index).At(PropertyNames.Type),
                    [parameter.Name, consumer.Id, parameter.Type.Display, parameter.Key, producer.ResultType!.Display, producer.Id, RemedyFor(producer.ResultType, parameter.Type)]));
            }
        }
    }

    private static string RemedyFor(TypeRef result, TypeRef taken) =>
        IsTaskOf(result.Name, taken.Name) || IsTaskOf(result.Name + "?", taken.Name)
            ? $"results are awaited: take '{result.AnnotatedDisplay}'"
            : "change one of the two types";

    private static bool IsTaskOf(string value, string task) =>
        task == $"global::System.Threading.Tasks.Task<{value}>" || task == $"global::System.Threading.Tasks.ValueTask<{value}>";
}
