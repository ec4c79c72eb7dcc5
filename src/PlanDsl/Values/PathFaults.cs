using PlanDsl.Model;

namespace PlanDsl;

/// <summary>What is wrong with paths before their values are looked at.</summary>
internal static class PathFaults
{
    /// <summary>A root has no member of this name.</summary>
    /// <param name="path">The path.</param>
    /// <param name="name">The name.</param>
    /// <param name="takesDefault">Whether <c>??</c> may stand where the path does.</param>
    public static string Missing(PathExpression path, string name, bool takesDefault)
    {
        var fault = path.Root is "inputs"
            ? $"input '{name}' was not given; give it (--var {name}=…)"
            : $"'{path.Root}' has no '{name}'; set it";

        // Of what type it has to be, who takes it knows.
        return takesDefault ? $"{fault}, or write a default: {path} ?? …" : fault;
    }
}
