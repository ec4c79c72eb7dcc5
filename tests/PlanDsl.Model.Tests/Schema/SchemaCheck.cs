using System.Text.Json;

namespace PlanDsl.Model.Tests;

/// <summary>As much of JSON Schema as the schema of plan files uses.</summary>
internal static class SchemaCheck
{
    /// <summary>What is wrong with <paramref name="value"/>, a path for each place.</summary>
    public static List<string> Of(JsonElement schema, JsonElement value)
    {
        var faults = new List<string>();
        Check(schema, schema, value, "$", faults);
        return faults;
    }

    private static void Check(JsonElement root, JsonElement schema, JsonElement value, string path, List<string> faults)
    {
        if (schema.TryGetProperty("$ref", out var reference))
            Check(root, root.GetProperty("$defs").GetProperty(reference.GetString()!["#/$defs/".Length..]), value, path, faults);
        if (schema.TryGetProperty("type", out var type) && !Texts(type).Any(name => Is(value, name!)))
            faults.Add($"{path}: type");
        if (schema.TryGetProperty("enum", out var choices) && !choices.EnumerateArray().Any(choice => JsonElement.DeepEquals(choice, value)))
            faults.Add($"{path}: enum");
        if (schema.TryGetProperty("minimum", out var least) && value.ValueKind is JsonValueKind.Number && value.GetDecimal() < least.GetDecimal())
            faults.Add($"{path}: minimum");
        if (schema.TryGetProperty("maximum", out var most) && value.ValueKind is JsonValueKind.Number && value.GetDecimal() > most.GetDecimal())
            faults.Add($"{path}: maximum");
        if (schema.TryGetProperty("if", out var condition) && Holds(root, condition, value))
            Check(root, schema.GetProperty("then"), value, path, faults);
        if (value.ValueKind is JsonValueKind.Array && schema.TryGetProperty("items", out var items))
        {
            foreach (var item in value.EnumerateArray())
                Check(root, items, item, path + "[]", faults);
        }

        if (value.ValueKind is JsonValueKind.Object)
            CheckProperties(root, schema, value, path, faults);
    }

    private static bool Holds(JsonElement root, JsonElement schema, JsonElement value)
    {
        var faults = new List<string>();
        Check(root, schema, value, "", faults);
        return faults.Count == 0;
    }

    private static void CheckProperties(JsonElement root, JsonElement schema, JsonElement value, string path, List<string> faults)
    {
        if (schema.TryGetProperty("required", out var required))
            faults.AddRange(required.EnumerateArray().Where(name => !value.TryGetProperty(name.GetString()!, out _)).Select(name => $"{path}: {name}"));
        foreach (var property in value.EnumerateObject())
        {
            if (schema.TryGetProperty("properties", out var properties) && properties.TryGetProperty(property.Name, out var known))
                Check(root, known, property.Value, $"{path}.{property.Name}", faults);
            else if (schema.TryGetProperty("additionalProperties", out var additional) && additional.ValueKind is JsonValueKind.False)
                faults.Add($"{path}.{property.Name}");
            else if (additional.ValueKind is JsonValueKind.Object)
                Check(root, additional, property.Value, $"{path}.{property.Name}", faults);
        }
    }

    private static IEnumerable<string?> Texts(JsonElement type) =>
        type.ValueKind is JsonValueKind.String ? [type.GetString()] : type.EnumerateArray().Select(name => name.GetString());

    private static bool Is(JsonElement value, string type) => value.ValueKind switch
    {
        JsonValueKind.Object => type == "object",
        JsonValueKind.Array => type == "array",
        JsonValueKind.String => type == "string",
        JsonValueKind.Number => type == "number" || (type == "integer" && value.TryGetInt64(out _)),
        JsonValueKind.True or JsonValueKind.False => type == "boolean",
        _ => type == "null",
    };
}
