using PlanDsl.Model;

namespace PlanDsl.Compiler;

/// <summary>The plans of a compilation, as a plan file sees them that runs one. Equal to another by value, and safe for several threads.</summary>
/// <param name="plans">The plans; of two with one id, the first has it.</param>
public sealed class PlanCatalog(EquatableArray<CatalogPlan> plans) : IEquatable<PlanCatalog>
{
    // Made by whoever first asks for a plan; who asks at the same time makes an equal one.
    private volatile ILookup<string, CatalogPlan>? _byId;
    private volatile ILookup<string, CatalogPlan>? _byFile;
    private volatile ILookup<string, CatalogPlan>? _byType;
    private volatile ILookup<string, CatalogPlan>? _byClass;
    private volatile PlanCatalog? _nesting;

    /// <summary>No plans.</summary>
    public static PlanCatalog Empty { get; } = new([]);

    /// <summary>The plans.</summary>
    public EquatableArray<CatalogPlan> Plans => plans;

    /// <summary>The plan with this id; <see langword="null"/> if there is none.</summary>
    public CatalogPlan? Find(string id) => (_byId ??= Plans.ToLookup(static plan => plan.Id, StringComparer.Ordinal))[id].FirstOrDefault();

    /// <summary>The plan of a file with this name, in whatever directory; <see langword="null"/> if there is none.</summary>
    public CatalogPlan? InFile(string name) => (_byFile ??= Plans.ToLookup(static plan => plan.FileName, StringComparer.Ordinal))[name].FirstOrDefault();

    /// <summary>The plan with this class, fully qualified; <see langword="null"/> if there is none.</summary>
    public CatalogPlan? OfType(string type) => (_byType ??= Plans.ToLookup(static plan => plan.Type, StringComparer.Ordinal))[type].FirstOrDefault();

    /// <summary>The plan with this class, as metadata has its name; <see langword="null"/> if there is none.</summary>
    public CatalogPlan? OfClass(string name) => (_byClass ??= Plans.ToLookup(static plan => plan.MetadataName, StringComparer.Ordinal))[name].FirstOrDefault();

    /// <summary>Which plans run which, and nothing else of them, where plan files are among those that run others; else no plans.</summary>
    public PlanCatalog Nesting => _nesting ??= FindNesting();

    /// <inheritdoc/>
    public bool Equals(PlanCatalog? other) => other is not null && Plans == other.Plans;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as PlanCatalog);

    /// <inheritdoc/>
    public override int GetHashCode() => Plans.GetHashCode();

    private PlanCatalog FindNesting()
    {
        var running = Plans.Where(static plan => !plan.Nested.IsEmpty || !plan.NestedFiles.IsEmpty).Select(static plan => new CatalogPlan(plan.Id, plan.Type)
        {
            FileName = plan.FileName,
            MetadataName = plan.MetadataName,
            Nested = plan.Nested,
            NestedFiles = plan.NestedFiles,
        }).ToEquatableArray();
        return running.Any(static plan => plan.FileName.Length > 0) ? new(running) : Empty;
    }
}
