using PlanDsl.Model;

namespace PlanDsl.Compiler;

/// <summary>The <c>Results</c> of a plan that a step runs, known by construction: it may not have been generated yet.</summary>
internal static class PlanResultTypes
{
    private const string Results = ".Results";

    /// <summary>The type of the results of a plan.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="catalog">Those that it may run itself.</param>
    public static CodeType Of(CatalogPlan plan, PlanCatalog catalog) =>
        CodeTypes.Object(plan.Type + Results, plan.Type.Substring(plan.Type.LastIndexOf('.') + 1).Replace("global::", "") + Results, () => MembersOf(plan, catalog));

    /// <summary>Whether values of a type are such results, or arrays of them.</summary>
    public static bool Are(CodeType type) => type.Element is { } element
        ? Are(element)
        : type is { Symbol: null, Shape: CodeShape.Composite } && type.Expression.Name != CodeTypes.CommandResult.Expression.Name;

    // JSON leaves out what a run has not left.
    private static CodeMember[] MembersOf(CatalogPlan plan, PlanCatalog catalog) => [.. plan.Results.Select(result =>
    {
        var type = TypeRefs.Known(result.Type, name => name.EndsWith(Results, StringComparison.Ordinal) && catalog.OfType(name.Substring(0, name.Length - Results.Length)) is { } nested ? Of(nested, catalog) : null);
        type = result.Count is { } count ? type.OfLength(count) : result.Members is { } members ? type.OfMembers(members) : type;
        return new CodeMember(result.Key, result.Member, result.IsOptional ? type.OrMissing() : type);
    })];
}
