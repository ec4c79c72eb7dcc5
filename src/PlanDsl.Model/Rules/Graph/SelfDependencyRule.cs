namespace PlanDsl.Model;

/// <summary>PLAN0103: no step depends on itself, by a dependency or by binding its own result; nor on what starts together with
/// it, the other members of its group, or on the group, which ends after it.</summary>
internal sealed class SelfDependencyRule : IPlanRule
{
    public void Check(PlanAnalysis plan, ICollection<Finding> findings)
    {
        foreach (var step in plan.StepsWith(StepAspects.Reflexive))
        {
            // A step that takes another's result and gives it back under the same key meant the other.
            if (!plan.Bindings.IsContested(step) && Find(plan, step) is { } found)
                findings.Add(found);
        }
    }

    private static Finding? Find(PlanAnalysis plan, int step)
    {
        foreach (var binding in plan.Bindings.BindingsOf(step))
        {
            if (!binding.IsOwnResult && IsBesideOrAround(plan, step, binding.Producer))
                return Found(plan, step, binding.Producer, binding.Anchor, FaultOfMethod(plan.Model.Steps[step], binding));
        }

        var dependencies = plan.Bindings.DependenciesOf(step);
        for (var item = 0; item < dependencies.Length; item++)
        {
            if (IsBesideOrAround(plan, step, dependencies[item]))
                return Found(plan, step, dependencies[item], EdgeAnchors.DependsOn(step, item), faultOfMethod: null);
        }

        return null;
    }

    private static bool IsBesideOrAround(PlanAnalysis plan, int step, int other) =>
        other >= 0 && plan.Bindings.NodeOf(other) == plan.Bindings.NodeOf(step);

    // What the step calls beside its body may come too early for what the body returns.
    private static string? FaultOfMethod(StepModel step, Binding binding)
    {
        if (binding.Role is MethodRole.Body)
            return null;
        var method = $"{binding.Role.Noun()} '{step.MethodFor(binding.Role)!.Name}'";
        return binding.Producer != binding.Step ? $", because its {method} binds that" : $" by its {method}, which cannot bind " + binding.Role switch
        {
            MethodRole.When => "its step's result, because it is asked before there is one",
            MethodRole.Fallback => "its step's result, because it is called where there is none",
            _ => "its step's outcome, only the result",
        };
    }

    private static Finding Found(PlanAnalysis plan, int step, int other, Anchor anchor, string? faultOfMethod)
    {
        var (id, otherId) = (plan.Model.Steps[step].Id, plan.Model.Steps[other].Id);
        var what = other == step ? "itself"
            : plan.Bindings.GroupOf(other) == step ? $"'{otherId}', a member of it"
            : plan.Bindings.GroupOf(step) == other ? $"'{otherId}', the group that it is a member of"
            : $"'{otherId}', which runs beside it in group '{plan.Model.Steps[plan.Bindings.GroupOf(step)].Id}'";
        return new(RuleIds.SelfDependency, anchor, [id, what + (faultOfMethod ?? ", so it could never start")]);
    }
}
