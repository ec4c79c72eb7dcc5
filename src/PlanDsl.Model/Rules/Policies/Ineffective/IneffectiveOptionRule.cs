namespace PlanDsl.Model;

/// <summary>PLAN0309: an option that is written down does something.</summary>
internal sealed class IneffectiveOptionRule : IPlanRule
{
    public void Check(PlanAnalysis plan, ICollection<Finding> findings)
    {
        foreach (var step in plan.StepsWith(WithOptions))
        {
            var declared = plan.Model.Steps[step];
            var options = new StepOptions(step, declared, plan.Words, findings);
            if (declared.Group is not null)
                MembersOptions.Check(declared, options);
            else if (declared.RunWhen is RunWhen.Failure && plan.Graph.PredecessorsOf(step).IsEmpty && IsResolved(plan, step))
                options.Add(PropertyNames.RunWhen, $"it waits for no other whose failure it could follow, so it never runs; name one in {plan.Words[PropertyNames.DependsOn]}, or bind its outcome");

            if (declared.Parallel is not null)
                GroupsOptions.Check(plan, step, options);
            if (declared.Signal is not null)
                WaitsOptions.Check(declared, options);
            LoopsOptions.Check(declared, options);
            if (declared is { Parallel: null, Element: null, MaxParallel: not null })
                options.Add(PropertyNames.MaxParallel, $"the step runs once; it bounds the elements of a step that has {plan.Words[PropertyNames.Each]}");
        }
    }

    private const StepAspects WithOptions = StepAspects.Member | StepAspects.Policy | StepAspects.Group | StepAspects.Signal | StepAspects.Loop | StepAspects.Previous | StepAspects.Bound;

    // Who waits for a step that does not exist has been told of that.
    private static bool IsResolved(PlanAnalysis plan, int step)
    {
        foreach (var binding in plan.Bindings.BindingsOf(step))
        {
            if (plan.IsUnresolved(binding))
                return false;
        }

        return plan.Bindings.DependenciesOf(step).IsEmpty;
    }
}
