using System.Text.Json;
using PlanDsl.Model;

namespace PlanDsl;

/// <summary>The values with which the paths of one expression begin.</summary>
/// <param name="paths">Where in the values each begins.</param>
/// <param name="values">The values.</param>
/// <param name="takesDefault">Whether <c>??</c> may stand where the expression does.</param>
internal sealed class PathValues(Dictionary<PathExpression, PathBeginning> paths, JsonElement[] values, bool takesDefault) : IExpressionScope<JsonElement>
{
    public string? Find(PathExpression path, out int used, out JsonElement value)
    {
        var beginning = paths[path];
        (used, value) = (beginning.Used, values[beginning.Index]);
        return IsInputNotGiven(path, used, value) ? PathFaults.Missing(path, path.Segments[0].Name!, takesDefault) : null;
    }

    // Of a plan that declares none.
    private static bool IsInputNotGiven(PathExpression path, int used, JsonElement inputs) =>
        used == 0 && path is { Root: "inputs", HasDefault: false, Segments.IsEmpty: false } && path.Segments[0].Name is { } name && !JsonValues.TryGetMember(inputs, name, out _);

    // In an expression there are none.
    public bool TryGetVariable(string name, out JsonElement value)
    {
        value = default;
        return false;
    }
}
