using PlanDsl.Model;

namespace PlanDsl.Compiler;

/// <summary>A plan as a step sees it that runs it. Equal to another by value.</summary>
/// <param name="Id">The plan's id.</param>
/// <param name="Type">Its class, fully qualified.</param>
public sealed record CatalogPlan(string Id, string Type)
{
    /// <summary>The name of its file, without the directory; the empty string for a plan that is written in C#.</summary>
    public string FileName { get; init; } = "";

    /// <summary>Whether everybody can name its class.</summary>
    public bool IsPublic { get; init; } = true;

    /// <summary>Whether it has a constructor without parameters; else an instance comes from the services of the run.</summary>
    public bool IsConstructible { get; init; } = true;

    /// <summary>The name of its class in metadata, as <c>Shop.Outer+Inner</c>.</summary>
    public string MetadataName { get; init; } = "";

    /// <summary>Its inputs, in the order in which its methods take them.</summary>
    public EquatableArray<CatalogInput> Inputs { get; init; }

    /// <summary>Whether it is a plan file that declares no inputs, so that it may be given any; <see cref="Inputs"/> are those that it reads.</summary>
    public bool TakesAny { get; init; }

    /// <summary>Whether a run may be refused because of what it is given, which only then can be told.</summary>
    public bool MayRefuse { get; init; }

    /// <summary>What its results are.</summary>
    public EquatableArray<CatalogResult> Results { get; init; }

    /// <summary>The ids of the plans that it runs itself, but for <see cref="NestedFiles"/>.</summary>
    public EquatableArray<string> Nested { get; init; }

    /// <summary>For a plan in C#, the classes of the plan files that it runs itself, as metadata has their names: what ids these have is not
    /// known where methods are read.</summary>
    public EquatableArray<string> NestedFiles { get; init; }

    /// <summary>A plan file of which nothing more is known than its name and that of its class.</summary>
    /// <param name="id">The plan's id.</param>
    /// <param name="type">Its class.</param>
    /// <param name="fileName">The name of the file.</param>
    public static CatalogPlan Named(string id, TypeSpec type, string fileName) => new(id, type.Cref.Replace('{', '<').Replace('}', '>'))
    {
        FileName = fileName,
        MetadataName = MetadataNames.Of(type),
    };

    /// <summary>A plan that is written in C#, or a plan file that has been read.</summary>
    public static CatalogPlan Of(PlanSpec plan) => Named(plan.Model.Id, plan.Type, plan.PlanFile) with
    {
        IsPublic = plan.MemberAccessibility == "public",
        IsConstructible = plan.IsConstructible,
        Inputs = plan.Inputs.Select((input, index) => InputOf(plan, plan.Model.Inputs[index], input)).ToEquatableArray(),
        MayRefuse = plan.Inputs.Any(static input => input.Value is not null),
        TakesAny = plan.PlanFile.Length > 0 && plan.Model.Inputs.All(static input => input.Type.Nullability is Nullability.Nullable),
        Results = ResultsOf(plan).ToEquatableArray(),
        Nested = plan.Model.Steps.SelectMany((step, index) => RunBy(step, FileRunBy(plan, index))).Distinct(StringComparer.Ordinal).ToEquatableArray(),
        NestedFiles = plan.Steps.Select((_, index) => FileRunBy(plan, index)?.Class).OfType<string>().Distinct(StringComparer.Ordinal).ToEquatableArray(),
    };

    /// <summary>The plan file that a step of a plan in C# runs; <see langword="null"/> where it runs none.</summary>
    public static SubPlanFile? FileRunBy(PlanSpec plan, int step) => step < plan.Steps.Count ? plan.Steps[step].SubPlan?.File : null;

    private static CatalogInput InputOf(PlanSpec plan, InputModel model, InputSpec spec) => new(model.Name, model.Type, spec.DefaultValue ?? spec.LeftOut)
    {
        Declared = plan.PlanFile.Length > 0 ? model.JsonType : null,
        IsSecret = model.IsSecret,
    };

    private static IEnumerable<string> RunBy(StepModel step, SubPlanFile? file)
    {
        if (step.SubPlan is { } own && file is null)
            yield return own.Id;
        foreach (var (_, method) in step.Methods)
        {
            if (method.SubPlan is { } other)
                yield return other.Id;
        }
    }

    private static IEnumerable<CatalogResult> ResultsOf(PlanSpec plan)
    {
        var members = plan.Model.Steps.Where(static step => step.Group is not null).GroupBy(static step => step.Group!, static step => step.ResultKey, StringComparer.Ordinal)
            .ToDictionary(static group => group.Key, static group => group.ToEquatableArray(), StringComparer.Ordinal);
        for (var step = 0; step < plan.Model.Steps.Count; step++)
        {
            if (plan.Model.Steps[step] is { ResultType: { } type } model && plan.Steps.Count > step && plan.Steps[step] is { Member.Length: > 0 } spec)
            {
                EquatableArray<string>? merged = model.Parallel is { EffectiveStrategy: not ParallelStrategy.Any } && members.TryGetValue(model.Id, out var keys) ? keys : null;
                yield return new(model.ResultKey, spec.Member, type, spec.IsOptionalInResults)
                {
                    Count = spec.Merge is GroupMerge.Typed ? merged?.Count : null,
                    Members = spec.Merge is GroupMerge.Object ? merged : null,
                };
            }
        }
    }
}
