using System.Text.Json;
using System.Text.Json.Nodes;
using PlanDsl.Model;

namespace PlanDsl.Generators.Tests;

/// <summary>Runs plans whose types only the test knows.</summary>
internal static class CompiledRun
{
    /// <summary>Starts a run of a plan.</summary>
    public static PlanRun Start(Type type, JsonObject? inputs, PlanOptions options)
    {
        var start = type.GetMethod("Start")!;
        var arguments = start.GetParameters().Select(parameter =>
            parameter.ParameterType == typeof(PlanOptions) ? options
            : inputs?.FirstOrDefault(input => IsNamed(parameter.Name!, input.Key)).Value is { } given ? Given(given, Nullable.GetUnderlyingType(parameter.ParameterType) ?? parameter.ParameterType)
            : parameter.HasDefaultValue ? parameter.DefaultValue : null);
        return (PlanRun)start.Invoke(Activator.CreateInstance(type), [.. arguments])!;
    }

    /// <summary>The results by their keys; nothing for a step that returns nothing, and for one that left nothing.</summary>
    public static IEnumerable<(string Key, JsonElement? Value)> ResultsOf(PlanOutcome outcome, IEnumerable<string> keys)
    {
        var results = outcome.GetType().GetProperty("Results")!.GetValue(outcome)!;
        return keys.Select(key => (key, results.GetType().GetProperty(PascalCase.From(key)) is { } member ? Json(member.GetValue(results)) : null));
    }

    // DRY_RUN is dryRun.
    private static bool IsNamed(string parameter, string input) => string.Equals(parameter, input.Replace("_", "", StringComparison.Ordinal), StringComparison.OrdinalIgnoreCase);

    private static JsonElement? Json(object? value) => value switch
    {
        null or JsonElement { ValueKind: JsonValueKind.Undefined } => null,
        JsonElement element => element,
        CommandResult result => PlanJson.Of(result),
        string or bool or long => JsonSerializer.SerializeToElement(value),
        Array array => PlanJson.Array([.. array.Cast<object?>().Select(static element => Json(element) ?? PlanJson.Null)]),
        _ when value.GetType() is { Name: "Results" } type => PlanJson.Object(
            [.. type.GetProperties().Select(member => (Name: SnakeCase.From(member.Name), Value: Json(member.GetValue(value)))).Where(static member => member.Value is not null).Select(static member => (member.Name, member.Value!.Value))]),
        _ => throw new NotSupportedException(value.GetType().ToString()),
    };

    private static object? Given(JsonNode value, Type type) =>
        type == typeof(JsonElement) ? JsonElement.Parse(value.ToJsonString()) : value.Deserialize(type);
}
