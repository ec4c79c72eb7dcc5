namespace PlanDsl.Model;

/// <summary>PLAN0208: what a fan-out goes through is a collection that is there, of elements that its body takes.</summary>
internal sealed class ElementSourceRule : IPlanRule
{
    /// <summary>What to do about a source that may be absent, of which nothing can be said in the place where it is named.</summary>
    public const string RemedyForAbsence = "let a step in between say what to go through then";

    public void Check(PlanAnalysis plan, ICollection<Finding> findings)
    {
        foreach (var step in plan.StepsWith(StepAspects.Element))
        {
            foreach (var binding in plan.Bindings.BindingsOf(step))
            {
                if (binding.Parameter.Kind is not ParameterKind.Element || plan.IsUnresolved(binding) || Fault(plan, binding) is not var (fault, property))
                    continue;
                var parameter = binding.Parameter;
                findings.Add(new(
                    RuleIds.ElementSource,
                    binding.Anchor.At(property),
                    [parameter.TitleAtStart, plan.Model.Steps[step].NameOf(binding.Role), parameter.Key, fault]));
            }
        }
    }

    private static (string Fault, string Property)? Fault(PlanAnalysis plan, Binding binding)
    {
        var step = plan.Model.Steps[binding.Step];
        if (binding.Parameter.Path is { } path && PathSources.FaultOf(plan, binding.Step, path) is { } known)
            return (known, PropertyNames.From);
        if (binding.Role is MethodRole.When)
            return ("it is asked once, before there are elements; take the whole collection", PropertyNames.From);
        if (binding.Role is not MethodRole.Body && step.Element?.Key != binding.Parameter.Key)
            return ($"{step.Name} does not; go through what the step does, or take the whole collection", PropertyNames.From);
        if (binding.Producer >= 0 && !plan.IsSettled(binding))
            return null;
        if (plan.SourceOf(binding) is not { } source || plan.ElementOf(source) is not { } elements)
            return (FaultOfAbsence(plan, binding) ?? FaultOfType(plan, binding)) is { } unknown ? (unknown, PropertyNames.From) : null;
        if (elements.Element is not { } element)
            return ($"it is '{source.AnnotatedDisplay}', no collection of one type; name an array, a list or another IEnumerable<T> or IAsyncEnumerable<T>, or take it without {plan.Words[PropertyNames.Each]}", PropertyNames.From);
        if (!plan.Fits(element, binding.Parameter.Type))
            return ($"its elements are '{element.AnnotatedDisplay}', not '{binding.Parameter.Type.AnnotatedDisplay}'; take these", PropertyNames.Type);
        if (FaultOfAbsence(plan, binding) is { } absence)
            return (absence, PropertyNames.From);
        return element.Nullability is Nullability.Nullable && binding.Parameter.Type.Nullability is Nullability.NotNull
            ? ($"its elements are '{element.AnnotatedDisplay}' and may be null; take '{binding.Parameter.Type.Display}?'", PropertyNames.Type)
            : null;
    }

    private static string? FaultOfAbsence(PlanAnalysis plan, Binding binding)
    {
        if (binding.Producer >= 0 && OptionalIntoNonNullableRule.ReasonInThePlan(plan, binding) is { } reason)
            return $"it may be absent, because {reason}; {RemedyForAbsence}";
        return plan.SourceOf(binding) is { Nullability: Nullability.Nullable } source ? $"it is '{source.AnnotatedDisplay}' and may be null; {RemedyForAbsence}" : null;
    }

    private static string? FaultOfType(PlanAnalysis plan, Binding binding) =>
        binding is { Producer: >= 0, Role: MethodRole.Body, Parameter.Path: { } path } ? PathSources.FaultOfType(plan, binding.Step, path) : null;
}
