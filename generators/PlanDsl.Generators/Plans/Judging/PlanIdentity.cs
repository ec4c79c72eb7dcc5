using PlanDsl.Compiler;

namespace PlanDsl.Generators;

/// <summary>What tells one plan from another.</summary>
/// <param name="Id">The plan's id.</param>
/// <param name="HintName">The name of its file, which no other plan has.</param>
internal sealed record PlanIdentity(string Id, string HintName)
{
    public static PlanIdentity Of(PlanSpec plan) => new(plan.Model.Id, plan.Type.HintName);
}
