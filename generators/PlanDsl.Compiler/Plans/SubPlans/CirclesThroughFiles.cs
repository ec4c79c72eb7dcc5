using PlanDsl.Model;

namespace PlanDsl.Compiler;

/// <summary>Finds where a plan in C# comes to run itself by way of plan files, which no method shows: PLAN0106, as in a circle of one kind.</summary>
public static class CirclesThroughFiles
{
    /// <summary>The plan with such circles among its findings.</summary>
    /// <param name="plan">The plan, with the circles that methods show.</param>
    /// <param name="nesting">Which plans run which.</param>
    public static PlanSpec Complete(PlanSpec plan, PlanCatalog nesting)
    {
        if (nesting.Plans.IsEmpty || !plan.Model.Steps.Any(static step => step.SubPlan is not null))
            return plan;
        var model = plan.Model with { Steps = plan.Model.Steps.Select((step, index) => WithCircle(plan, step, index, nesting)).ToEquatableArray() };
        var found = new List<Finding>();
        new RecursivePlanRule().Check(new(model, TypeFacts.None, Wording.CSharp), found);
        return plan with { Findings = [.. plan.Findings.Where(static finding => finding.Id != RuleIds.RecursivePlan), .. found] };
    }

    private static StepModel WithCircle(PlanSpec plan, StepModel step, int index, PlanCatalog nesting)
    {
        if (step.SubPlan is not { Recursion.IsEmpty: true } run)
            return step;
        var first = CatalogPlan.FileRunBy(plan, index) is { } file ? nesting.OfClass(file.Class)?.Id : run.Id;
        return first is null ? step : step with { SubPlan = run with { Recursion = PlanNesting.WayBack(plan.Model.Id, first, nesting) } };
    }
}
