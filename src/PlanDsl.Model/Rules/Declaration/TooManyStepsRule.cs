using System.Globalization;

namespace PlanDsl.Model;

/// <summary>PLAN0008: a plan stays within the bounds that it sets to its own size, and these let it run.</summary>
internal sealed class TooManyStepsRule : IPlanRule
{
    public void Check(PlanAnalysis plan, ICollection<Finding> findings)
    {
        var model = plan.Model;
        if (model.MaxSteps is { } most && FaultOfSteps(model.Steps.Count, most, plan.Words) is { } fault)
            findings.Add(new(RuleIds.TooManySteps, Anchor.Plan.At(PropertyNames.MaxSteps), [model.Id, fault]));
        if (model.MaxDepth is { } deepest and <= 0)
            findings.Add(new(RuleIds.TooManySteps, Anchor.Plan.At(PropertyNames.MaxDepth), [model.Id, $"has {plan.Words[PropertyNames.MaxDepth]} {Text(deepest)}, so that it could not run itself; write 1 or more, or leave it out for {Text(PlanModel.DefaultMaxDepth)}"]));
        else
            CheckDepth(plan, findings);
    }

    private static string? FaultOfSteps(int count, int most, Wording words) =>
        most <= 0 ? $"has {words[PropertyNames.MaxSteps]} {Text(most)}, so that it could have no step; write 1 or more, or leave it out for no bound"
        : count > most ? $"has {Text(count)} steps, but its {words[PropertyNames.MaxSteps]} is {Text(most)}; allow as many, or move some of them to a plan that a step runs"
        : null;

    // Of a circle nobody can say how deep it is, and it has a finding of its own.
    private static void CheckDepth(PlanAnalysis plan, ICollection<Finding> findings)
    {
        var (model, words) = (plan.Model, plan.Words);
        var deepest = model.MaxDepth ?? PlanModel.DefaultMaxDepth;
        foreach (var step in plan.StepsWith(StepAspects.SubPlan))
        {
            foreach (var (role, sub) in model.Steps[step].SubPlans)
            {
                if (sub.Recursion.IsEmpty && sub.Depth >= deepest)
                {
                    findings.Add(new(
                        RuleIds.TooManySteps,
                        Anchor.StepMethod(step, role).At(PropertyNames.Plan),
                        [model.Id, $"runs plans {Text(sub.Depth + 1)} deep by step '{model.Steps[step].Id}', but its {words[PropertyNames.MaxDepth]} is {Text(deepest)}; allow as many, or nest fewer"]));
                }
            }
        }
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
