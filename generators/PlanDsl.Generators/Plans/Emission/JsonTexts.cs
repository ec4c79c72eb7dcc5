using PlanDsl.Compiler;
using PlanDsl.Model;

namespace PlanDsl.Generators;

/// <summary>Writes results as JSON: what JSON itself has, without a serializer.</summary>
internal static class JsonTexts
{
    private const string Json = "global::PlanDsl.PlanJson";

    private static readonly HashSet<string> Known = new(
        [
            "string", "bool", "int", "long", "uint", "ulong", "short", "ushort", "byte", "sbyte", "decimal", "double", "float",
            "global::System.Text.Json.JsonElement", "global::PlanDsl.CommandResult",
        ],
        StringComparer.Ordinal);

    /// <summary>The result of a step.</summary>
    /// <param name="step">The step.</param>
    /// <param name="type">The type of its result.</param>
    /// <param name="code">The result, which may be null.</param>
    public static string Of(StepSpec step, TypeRef type, string code) =>
        step.JsonOfResult.Length > 0 ? step.JsonOfResult.Replace("{0}", code) : Of(type, code);

    private static string Of(TypeRef type, string code)
    {
        if (Known.Contains(type.Name.TrimEnd('?')))
            return $"{Json}.Of({code})";
        var isKnown = type.Name.EndsWith("[]", StringComparison.Ordinal) && Known.Contains(type.Name.Substring(0, type.Name.Length - 2).TrimEnd('?'));
        return isKnown
            ? $"({code} is {{ }} all ? {Json}.Array([.. global::System.Linq.Enumerable.Select(all, static one => {Json}.Of(one))]) : {Json}.Null)"
            : $"{Json}.From({code}, {AttemptArguments.Context})";
    }
}
