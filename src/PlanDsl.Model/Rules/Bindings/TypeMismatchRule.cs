namespace PlanDsl.Model;

/// <summary>PLAN0202: a result has the type that its consumer takes, or converts to it.</summary>
internal sealed class TypeMismatchRule : IPlanRule
{
    public void Check(PlanAnalysis plan, ICollection<Finding> findings)
    {
        // Of what C# has no complaint about, an outcome alone can be wrong.
        foreach (var step in plan.StepsWith(plan.Types.Mismatches.IsEmpty ? StepAspects.Outcome : StepAspects.Binds))
        {
            foreach (var binding in plan.Bindings.BindingsOf(step))
            {
                var parameter = binding.Parameter;
                if ((FaultOf(plan, binding) ?? FaultOfOutcome(plan, binding)) is not var (fault, remedy))
                    continue;
                findings.Add(new(
                    RuleIds.TypeMismatch,
                    binding.Anchor.At(PropertyNames.Type),
                    [parameter.TitleAtStart, plan.Model.Steps[step].NameOf(binding.Role), parameter.Type.AnnotatedDisplay, fault, remedy]));
            }
        }
    }

    private static (string Fault, string Remedy)? FaultOf(PlanAnalysis plan, Binding binding)
    {
        if (plan.Types.Mismatches.IsEmpty || !plan.IsSettled(binding) || binding.Parameter.Kind is ParameterKind.Element)
            return null;
        var producer = plan.Model.Steps[binding.Producer];
        var given = plan.GivenTo(binding);
        return plan.Fits(given, binding.Parameter.Type)
            ? null
            : ($"'{plan.KeyOf(binding)}' is produced as '{given.AnnotatedDisplay}' by {producer.Name}", RemedyFor(plan, binding, given));
    }

    // Of a step that returns nothing there is no result that C# could be asked about.
    private static (string Fault, string Remedy)? FaultOfOutcome(PlanAnalysis plan, Binding binding)
    {
        if (binding.Parameter.Kind is not ParameterKind.Outcome || !plan.IsFromAnother(binding) || OutcomeTypes.IsOfNothing(binding.Parameter.OutcomeType))
            return null;
        var producer = plan.Model.Steps[binding.Producer];
        return producer.ResultType is not null ? null
            : ($"{producer.Name} {(producer.Parallel is null ? "returns nothing" : "has no result")}", "take 'StepOutcome<object>'");
    }

    private static string RemedyFor(PlanAnalysis plan, Binding binding, TypeRef given)
    {
        var taken = binding.Parameter.Type;
        if (OutcomeTypes.IsUntyped(taken))
            return OutcomeTypes.RemedyFor(given);
        if (binding.Parameter.Kind is ParameterKind.Outcome)
            return $"take 'StepOutcome<{given.AnnotatedDisplay}>'";

        var type = OptionalIntoNonNullableRule.TypeToTake(plan, binding, given);
        return plan.Model.Steps[binding.Producer].Stream is { } stream && stream.Type.Name == taken.Name && given != stream.Type
                ? $"only the body of one step reads a stream live: take '{type}'"
            : IsTaskOf(given.Name, taken.Name) || IsTaskOf(given.Name + "?", taken.Name) ? $"results are awaited: take '{type}'"
            : WithoutAnnotations(given.Name) == WithoutAnnotations(taken.Name) ? $"they differ in what may be null: take '{type}'"
            : "change one of the two types";
    }

    private static string WithoutAnnotations(string type) => type.Replace("?", "");

    private static bool IsTaskOf(string value, string task) =>
        task == $"global::System.Threading.Tasks.Task<{value}>" || task == $"global::System.Threading.Tasks.ValueTask<{value}>";
}
