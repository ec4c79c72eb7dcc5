using PlanDsl.Model;

namespace PlanDsl.Compiler;

/// <summary>The plans of a compilation, as a plan file sees them that runs one. Equal to another by value.</summary>
/// <param name="Plans">The plans; of two with one id, the first has it.</param>
public sealed record PlanCatalog(EquatableArray<CatalogPlan> Plans)
{
    /// <summary>No plans.</summary>
    public static PlanCatalog Empty { get; } = new([]);

    /// <summary>The plan with this id, else that of the file <c>&lt;id&gt;.plan.json</c>; <see langword="null"/> if there is none.</summary>
    public CatalogPlan? Find(string id)
    {
        CatalogPlan? byFile = null;
        foreach (var plan in Plans)
        {
            if (plan.Id == id)
                return plan;
            if (byFile is null && plan.FileName == id + PlanFilePlace.Ending)
                byFile = plan;
        }

        return byFile;
    }
}
