namespace PlanDsl.Model;

/// <summary>PLAN0201: each parameter that binds a result binds one that exists.</summary>
internal sealed class UnboundParameterRule : IPlanRule
{
    public void Check(PlanAnalysis plan, ICollection<Finding> findings)
    {
        UnboundRemedies? remedies = null;
        foreach (var step in plan.StepsWith(StepAspects.Unresolved))
        {
            foreach (var binding in plan.Bindings.BindingsOf(step))
            {
                var parameter = binding.Parameter;
                if (binding.Producer >= 0 || !plan.IsUnresolved(binding))
                    continue;

                remedies ??= new UnboundRemedies(plan);
                if (remedies.IsNamedByInvalidKey(parameter.Key))
                    continue;
                var (remedy, suggestion) = remedies.For(binding);
                findings.Add(
                    RuleIds.UnboundParameter,
                    parameter.IsExplicit ? binding.Anchor.At(PropertyNames.From) : binding.Anchor,
                    () => [Fault(parameter), $"{parameter.Title} of {plan.Model.Steps[step].NameOf(binding.Role)}", remedy],
                    suggestion);
            }
        }
    }

    private static string Fault(ParameterModel parameter) =>
        parameter.IsStepId ? $"No step has the id '{parameter.Key}'" : $"No step produces '{parameter.Key}'";
}
