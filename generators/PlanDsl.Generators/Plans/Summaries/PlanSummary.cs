using PlanDsl.Model;

namespace PlanDsl.Generators;

/// <summary>What is said of an invalid plan where nobody else says it.</summary>
internal sealed record PlanSummary(string Id, string HintName, EquatableArray<string> Errors)
{
    public static PlanSummary Of(JudgedPlan plan) => new(plan.Spec.Model.Id, plan.Spec.Type.HintName, plan.Errors);
}
