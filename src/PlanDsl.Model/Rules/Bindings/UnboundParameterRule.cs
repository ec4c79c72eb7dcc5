namespace PlanDsl.Model;

/// <summary>PLAN0201: each parameter that binds a result binds one that exists.</summary>
internal sealed class UnboundParameterRule : IPlanRule
{
    public void Check(PlanAnalysis plan, ICollection<Finding> findings)
    {
        UnboundRemedies? remedies = null;
        for (var step = 0; step < plan.Model.Steps.Count; step++)
        {
            var producers = plan.Bindings.ProducersOf(step);
            for (var index = 0; index < producers.Length; index++)
            {
                if (producers[index] >= 0)
                    continue;
                var declared = plan.Model.Steps[step];
                var parameter = declared.Parameters[index];
                if (parameter.Kind is not ParameterKind.Result)
                    continue;

                remedies ??= new UnboundRemedies(plan);
                if (remedies.IsNamedByInvalidKey(parameter.Key))
                    continue;
                var anchor = Anchor.StepParameter(step, index);
                var (remedy, suggestion) = remedies.For(step, parameter.Key);
                findings.Add(new(
                    RuleIds.UnboundParameter,
                    parameter.IsExplicit ? anchor.At(PropertyNames.From) : anchor,
                    [parameter.Key, parameter.Name, declared.Id, remedy])
                {
                    Suggestion = suggestion,
                });
            }
        }
    }
}
