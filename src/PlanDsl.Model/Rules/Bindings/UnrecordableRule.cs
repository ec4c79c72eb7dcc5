namespace PlanDsl.Model;

/// <summary>PLAN0212: a journal can keep all that a run of a resumable plan is given and its steps return. Located at the type.</summary>
internal sealed class UnrecordableRule : IPlanRule
{
    public void Check(PlanAnalysis plan, ICollection<Finding> findings)
    {
        foreach (var type in plan.Types.Unrecordable)
        {
            var (anchor, name) = type.IsInput
                ? (AnchorOf(plan, plan.Model.Inputs[type.Index].Name), $"Input '{plan.Model.Inputs[type.Index].Name}'")
                : (Anchor.Step(type.Index).At(PropertyNames.Type), $"The result of {plan.Model.Steps[type.Index].Name}");
            findings.Add(new(RuleIds.Unrecordable, anchor, [name, type.Reason]));
        }
    }

    private static Anchor AnchorOf(PlanAnalysis plan, string input)
    {
        foreach (var step in plan.StepsWith(StepAspects.Input))
        {
            foreach (var binding in plan.Bindings.BindingsOf(step))
            {
                if (binding.Parameter.Kind is ParameterKind.Input && binding.Parameter.Key == input)
                    return binding.Anchor.At(PropertyNames.Type);
            }
        }

        return Anchor.Plan;
    }
}
