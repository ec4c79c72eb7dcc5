using PlanDsl.Compiler;

namespace PlanDsl.Generators;

/// <summary>What tells one plan from another.</summary>
/// <param name="Id">The plan's id.</param>
/// <param name="HintName">The name of its file, which no other plan has.</param>
/// <param name="DeclaredClass">The class that is declared for it, as metadata has its name; <see langword="null"/> where its author declares it.</param>
internal sealed record PlanIdentity(string Id, string HintName, string? DeclaredClass)
{
    public static PlanIdentity Of(PlanSpec plan) => new(plan.Model.Id, plan.Type.HintName, plan.DeclaresClass ? FilePlanNames.MetadataNameOf(plan.Type.Cref) : null);
}
