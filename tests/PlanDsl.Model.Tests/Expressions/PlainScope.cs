namespace PlanDsl.Model.Tests;

/// <summary>Roots and variables by name.</summary>
internal sealed class PlainScope(Dictionary<string, object?> roots) : IExpressionScope<object?>
{
    public static PlainScope Sample { get; } = new(new(StringComparer.Ordinal)
    {
        ["n"] = new PlainValues.Number("42"),
        ["half"] = new PlainValues.Number("0.50"),
        ["s"] = "text",
        ["yes"] = true,
        ["no"] = false,
        ["nothing"] = null,
        ["list"] = new object?[] { new PlainValues.Number("1"), "two", null },
        ["empty"] = Array.Empty<object?>(),
        ["orders"] = new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            ["total"] = new PlainValues.Number("10"),
            ["unit price"] = new PlainValues.Number("2.5"),
            ["note"] = null,
            ["lines"] = new object?[] { new Dictionary<string, object?>(StringComparer.Ordinal) { ["sku"] = "A-1" } },
        },
    });

    public string? Find(PathExpression path, out int used, out object? value)
    {
        used = 0;
        return roots.TryGetValue(path.Root, out value) ? null : $"there is no '{path.Root}'";
    }

    public bool TryGetVariable(string name, out object? value) => roots.TryGetValue(name, out value);
}
