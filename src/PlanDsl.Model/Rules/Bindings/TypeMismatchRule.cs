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
            foreach (var binding in plan.Bindings.BindingsOf(step))
            {
                if (!plan.IsSettled(binding) || binding.Parameter.Kind is ParameterKind.Element)
                    continue;
                var parameter = binding.Parameter;
                var producer = plan.Model.Steps[binding.Producer];
                var given = plan.GivenTo(binding);
                if (plan.Fits(given, parameter.Type))
                    continue;
                findings.Add(new(
                    RuleIds.TypeMismatch,
                    binding.Anchor.At(PropertyNames.Type),
                    [parameter.Name, plan.Model.Steps[step].NameOf(binding.Role), parameter.Type.Display, plan.KeyOf(binding), given.Display, producer.Name, RemedyFor(given, parameter.Type, producer.Stream)]));
            }
        }
    }

    private static string RemedyFor(TypeRef result, TypeRef taken, StreamModel? stream) =>
        stream?.Type.Name == taken.Name && result != stream.Type
            ? $"only the body of one step reads a stream live: take '{result.AnnotatedDisplay}'"
        : IsTaskOf(result.Name, taken.Name) || IsTaskOf(result.Name + "?", taken.Name)
            ? $"results are awaited: take '{result.AnnotatedDisplay}'"
            : WithoutAnnotations(result.Name) == WithoutAnnotations(taken.Name) ? $"they differ in what may be null: take '{result.AnnotatedDisplay}'"
            : "change one of the two types";

    private static string WithoutAnnotations(string type) => type.Replace("?", "");

    private static bool IsTaskOf(string value, string task) =>
        task == $"global::System.Threading.Tasks.Task<{value}>" || task == $"global::System.Threading.Tasks.ValueTask<{value}>";
}
