using PlanDsl.Compiler;
using PlanDsl.Model;

namespace PlanDsl.Generators;

/// <summary>What tells one plan from another.</summary>
/// <param name="Id">The plan's id.</param>
/// <param name="HintName">The name of its file, which no other plan has.</param>
/// <param name="DeclaredClass">The class that is declared for it, as metadata has its name; <see langword="null"/> where its author declares it.</param>
internal sealed record PlanIdentity(string Id, string HintName, string? DeclaredClass)
{
    /// <summary>Whether it is a plan file that is called otherwise than after its id.</summary>
    public bool IsCalledOtherwise { get; init; }

    public static PlanIdentity Of(PlanSpec plan) => new(plan.Model.Id, plan.Type.HintName, plan.DeclaresClass ? FilePlanNames.MetadataNameOf(plan.Type.Cref) : null)
    {
        IsCalledOtherwise = plan.PlanFile.Length > 0 && !UnknownPlan.IsFileOf(plan.Model.Id, plan.PlanFile),
    };
}
