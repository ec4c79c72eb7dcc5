using PlanDsl.Model;

namespace PlanDsl;

/// <summary>What is wrong with paths before their values are looked at.</summary>
internal static class PathFaults
{
    /// <summary>A root has no member of this name.</summary>
    public static string Missing(PathExpression path, string name) =>
        $"'{path.Root}' has no member '{name}'; give it one, or write a default: {path} ?? \"\"";
}
