namespace PlanDsl.Model;

/// <summary>PLAN0102: each explicit dependency names a step of the plan, and each membership a group.</summary>
internal sealed class UnknownDependencyRule : IPlanRule
{
    public void Check(PlanAnalysis plan, ICollection<Finding> findings)
    {
        foreach (var step in plan.StepsWith(StepAspects.Dependencies | StepAspects.Member))
        {
            CheckDependencies(plan, step, findings);
            if (plan.Model.Steps[step].Group is not null && plan.Bindings.GroupOf(step) < 0)
                findings.Add(UnknownGroup(plan, step));
        }
    }

    private static void CheckDependencies(PlanAnalysis plan, int step, ICollection<Finding> findings)
    {
        var dependencies = plan.Bindings.DependenciesOf(step);
        for (var item = 0; item < dependencies.Length; item++)
        {
            if (dependencies[item] >= 0)
                continue;
            var declared = plan.Model.Steps[step];
            var nearest = plan.NearestStepId(declared.DependsOn[item], step);
            var remedy = nearest is null ? "name a step's id, or remove this dependency" : $"did you mean '{nearest}'?";
            findings.Add(new(RuleIds.UnknownDependency, EdgeAnchors.DependsOn(step, item), [declared.Id, "depends on", Quote(declared.DependsOn[item]), "step", remedy])
            {
                Suggestion = nearest,
            });
        }
    }

    private static string Quote(string name) => name.Length == 0 ? "an empty name" : $"'{name}'";

    private static Finding UnknownGroup(PlanAnalysis plan, int step)
    {
        var declared = plan.Model.Steps[step];
        var nearest = plan.NearestGroup(declared.Group!);
        var remedy = nearest is not null ? $"did you mean '{nearest}'?"
            : plan.GroupInsteadOf(declared.Group!) is { } only ? $"the only group is '{only}'"
            : $"name a group, or {plan.Words.DeclareGroup}";
        return new(RuleIds.UnknownDependency, Anchor.Step(step).At(PropertyNames.Group), [declared.Id, "is a member of", Quote(declared.Group!), "parallel group", remedy])
        {
            Suggestion = nearest,
        };
    }
}
