namespace PlanDsl.Model.Tests;

/// <summary>A class for a plan file that has the methods which its steps call, each for any JSON.</summary>
internal static class CallingClass
{
    private const string Json = "global::System.Text.Json.JsonElement";

    /// <summary>The class in C#.</summary>
    /// <param name="text">The file.</param>
    /// <param name="fileName">Its name.</param>
    public static string Of(string text, string fileName)
    {
        var methods = CallsIn(PlanFileReader.Read(text, fileName).Model)
            .GroupBy(static call => call.Name, StringComparer.Ordinal)
            .Select(static calls => $"private static {Json} {calls.Key}({string.Join(", ", calls.SelectMany(static call => call.With).Select(static entry => entry.Name).Distinct().Select(Parameter))}) => default;");
        return $"[global::PlanDsl.Plan(\"{fileName}\")]\npublic sealed partial class Calling\n{{\n    {string.Join("\n    ", methods)}\n}}\n";
    }

    /// <summary>What the steps of a plan call.</summary>
    public static IEnumerable<CallBody> CallsIn(PlanModel plan) => plan.Steps
        .SelectMany(static step => new[] { step.Body, step.Fallback?.Body, step.Compensate?.Body })
        .OfType<CallBody>();

    private static string Parameter(string entry)
    {
        var pascal = PascalCase.From(entry);
        return $"{Json} @{char.ToLowerInvariant(pascal[0])}{pascal[1..]} = default";
    }
}
