using PlanDsl.Model;

namespace PlanDsl.Compiler;

/// <summary>Tells plans that are written in C# what the inputs of the plan files are that their steps run. Those are read apart, so that what changes
/// in a file has no method read again.</summary>
public static class FileSubPlans
{
    /// <summary>The plan with the arguments of such steps. It cannot run where they do not fit, nor where a class names no file that there is, or one that
    /// could not be read.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="inputsOf">Finds the inputs of the file that a class names, by the name of the class in metadata; <see langword="null"/> where it
    /// names none that there is.</param>
    public static PlanSpec Complete(PlanSpec plan, Func<string, FileClassInputs?> inputsOf)
    {
        if (!RunsFiles(plan))
            return plan;
        var findings = new List<Finding>(FindingsOf(plan, inputsOf));
        var steps = plan.Steps.Select(step =>
        {
            if (step.SubPlan is not { File: { } file } run)
                return step;
            var inputs = inputsOf(file.Class);
            if (inputs is not { Error.Length: 0 })
                findings.Add(new(inputs?.Error ?? RuleIds.PlanFileNotFound, Anchor.Plan, []));
            return step with { SubPlan = run with { Arguments = SubPlanArguments.Of(file.Parameters, inputs?.Inputs ?? []) } };
        }).ToEquatableArray();
        return plan with { Steps = steps, Findings = findings.ToEquatableArray() };
    }

    /// <summary>What is wrong with the plan, with what such steps give files that these do not take: PLAN0201 and PLAN0202, as of any plan that a step runs. Of
    /// files that are not there, or could not be read, others tell.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="inputsOf">As of <see cref="Complete"/>.</param>
    public static IEnumerable<Finding> FindingsOf(PlanSpec plan, Func<string, FileClassInputs?> inputsOf)
    {
        if (!RunsFiles(plan))
            return plan.Findings;
        var found = new List<Finding>();
        for (var step = 0; step < plan.Steps.Count; step++)
        {
            if (plan.Steps[step].SubPlan?.File is { } file && inputsOf(file.Class) is { Error.Length: 0 } known)
                found.AddRange(SubPlanArguments.FaultsOf(step, plan.Model.Steps[step].Id, file.Name, file.Parameters, known.Inputs));
        }

        return [.. found, .. plan.Findings.Where(finding => !found.Exists(said => IsConsequence(finding, said)))];
    }

    private static bool RunsFiles(PlanSpec plan) => plan.Steps.Any(static step => step.SubPlan?.File is not null);

    // What is no input of that plan need not be bound.
    private static bool IsConsequence(Finding finding, Finding said) => finding.Id == RuleIds.UnboundParameter && said.Id == finding.Id && said.Anchor == finding.Anchor;
}
