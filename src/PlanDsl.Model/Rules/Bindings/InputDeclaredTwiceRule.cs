namespace PlanDsl.Model;

/// <summary>PLAN0211: steps that declare one input agree on its type. Located at each that differs from the first.</summary>
internal sealed class InputDeclaredTwiceRule : IPlanRule
{
    public void Check(PlanAnalysis plan, ICollection<Finding> findings)
    {
        if (plan.Model.Inputs.IsEmpty)
            return;
        var first = new Dictionary<string, Binding>(StringComparer.Ordinal);
        foreach (var step in plan.StepsWith(StepAspects.Input))
        {
            foreach (var binding in plan.Bindings.BindingsOf(step))
            {
                var input = binding.Parameter;
                if (input.Kind is not ParameterKind.Input)
                    continue;
                if (!first.TryGetValue(input.Key, out var earlier))
                {
                    first.Add(input.Key, binding);
                    continue;
                }

                var declarer = plan.Model.Steps[earlier.Step];
                var type = earlier.Parameter.Type;
                if (Agree(type, input.Type))
                    continue;
                var (here, there) = type.AnnotatedDisplay == input.Type.AnnotatedDisplay
                    ? (input.Type.Name, type.Name)
                    : (input.Type.AnnotatedDisplay, type.AnnotatedDisplay);
                findings.Add(new(RuleIds.InputDeclaredTwice, binding.Anchor.At(PropertyNames.Type), [input.Key, here, there, declarer.Id, "type"])
                {
                    Related = [earlier.Anchor.At(PropertyNames.Type)],
                });
            }
        }
    }

    private static bool Agree(TypeRef one, TypeRef other) =>
        one.Name == other.Name
        && (one.Nullability == other.Nullability || one.Nullability is Nullability.Oblivious || other.Nullability is Nullability.Oblivious);
}
