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

    /// <summary>Its inputs, in the order in which its methods take them.</summary>
    public EquatableArray<CatalogInput> Inputs { get; init; }

    /// <summary>What its results are.</summary>
    public EquatableArray<CatalogResult> Results { get; init; }

    /// <summary>The ids of the plans that it runs itself.</summary>
    public EquatableArray<string> Nested { get; init; }

    /// <summary>A plan that is written in C#, or a plan file that has been read.</summary>
    public static CatalogPlan Of(PlanSpec plan) => new(plan.Model.Id, plan.Type.Cref.Replace('{', '<').Replace('}', '>'))
    {
        FileName = plan.PlanFile,
        IsPublic = plan.MemberAccessibility == "public",
        IsConstructible = plan.IsConstructible,
        Inputs = plan.Inputs.Select((input, index) => new CatalogInput(plan.Model.Inputs[index].Name, plan.Model.Inputs[index].Type, input.DefaultValue)).ToEquatableArray(),
        Results = ResultsOf(plan).ToEquatableArray(),
        Nested = plan.Model.Steps.SelectMany(RunBy).Distinct(StringComparer.Ordinal).ToEquatableArray(),
    };

    private static IEnumerable<string> RunBy(StepModel step)
    {
        if (step.SubPlan is { } own)
            yield return own.Id;
        foreach (var (_, method) in step.Methods)
        {
            if (method.SubPlan is { } other)
                yield return other.Id;
        }
    }

    private static IEnumerable<CatalogResult> ResultsOf(PlanSpec plan)
    {
        for (var step = 0; step < plan.Model.Steps.Count; step++)
        {
            if (plan.Model.Steps[step] is { ResultType: { } type } model && plan.Steps.Count > step && plan.Steps[step] is { Member.Length: > 0 } spec)
                yield return new(model.ResultKey, spec.Member, type, spec.IsOptionalInResults);
        }
    }
}
