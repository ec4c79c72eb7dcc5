namespace PlanDsl.Model;

/// <summary>PLAN0102: each explicit dependency names a step of the plan.</summary>
internal sealed class UnknownDependencyRule : IPlanRule
{
    public void Check(PlanAnalysis plan, ICollection<Finding> findings)
    {
        for (var step = 0; step < plan.Model.Steps.Count; step++)
        {
            var dependencies = plan.Bindings.DependenciesOf(step);
            for (var item = 0; item < dependencies.Length; item++)
            {
                if (dependencies[item] >= 0)
                    continue;
                var declared = plan.Model.Steps[step];
                var nearest = plan.NearestStepId(declared.DependsOn[item], step);
                var remedy = nearest is null ? "name a step's id, or remove this dependency" : $"did you mean '{nearest}'?";
                findings.Add(new(RuleIds.UnknownDependency, EdgeAnchors.DependsOn(step, item), [declared.Id, declared.DependsOn[item], remedy])
                {
                    Suggestion = nearest,
                });
            }
        }
    }
}
