using System.Text.Json;
using PlanDsl.Model;

namespace PlanDsl;

/// <summary>The values with which the paths of one expression begin.</summary>
internal sealed class PathValues(Dictionary<PathExpression, PathBeginning> paths, JsonElement[] values) : IExpressionScope<JsonElement>
{
    public string? Find(PathExpression path, out int used, out JsonElement value)
    {
        var beginning = paths[path];
        (used, value) = (beginning.Used, values[beginning.Index]);
        return null;
    }

    // In an expression there are none.
    public bool TryGetVariable(string name, out JsonElement value)
    {
        value = default;
        return false;
    }
}
