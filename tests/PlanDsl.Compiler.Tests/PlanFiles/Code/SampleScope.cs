using System.Text.Json;
using PlanDsl.Model;

namespace PlanDsl.Compiler.Tests;

/// <summary>Roots and variables by name, as an interpreted plan sees them.</summary>
internal sealed class SampleScope(Dictionary<string, JsonElement> roots) : IExpressionScope<JsonElement>
{
    public string? Find(PathExpression path, out int used, out JsonElement value)
    {
        used = 0;
        return roots.TryGetValue(path.Root, out value) ? null : $"there is no '{path.Root}'";
    }

    public bool TryGetVariable(string name, out JsonElement value) => roots.TryGetValue(name, out value);
}
