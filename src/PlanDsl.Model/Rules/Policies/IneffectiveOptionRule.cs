namespace PlanDsl.Model;

/// <summary>PLAN0309: an option that is written down does something.</summary>
internal sealed class IneffectiveOptionRule : IPlanRule
{
    public void Check(PlanAnalysis plan, ICollection<Finding> findings)
    {
        for (var step = 0; step < plan.Model.Steps.Count; step++)
        {
            if (plan.Model.Steps[step].RunWhen is RunWhen.Failure && plan.Graph.PredecessorsOf(step).IsEmpty && IsResolved(plan, step))
                findings.Add(Of(plan, step, PropertyNames.RunWhen, "the step waits for no other whose failure it could follow, so it never runs; name one in depends_on, or bind its outcome"));
        }
    }

    private static Finding Of(PlanAnalysis plan, int step, string property, string reason) =>
        new(RuleIds.IneffectiveOption, Anchor.Step(step).At(property), [property, plan.Model.Steps[step].Id, reason]);

    // Who waits for a step that does not exist has been told of that.
    private static bool IsResolved(PlanAnalysis plan, int step)
    {
        foreach (var binding in plan.Bindings.BindingsOf(step))
        {
            if (binding.Producer < 0 && binding.Parameter.Kind is ParameterKind.Result)
                return false;
        }

        return plan.Bindings.DependenciesOf(step).IsEmpty;
    }
}
