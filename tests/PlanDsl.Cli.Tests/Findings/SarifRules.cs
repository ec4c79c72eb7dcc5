using System.Text.Json;

namespace PlanDsl.Cli.Tests;

/// <summary>What SARIF 2.1.0 asks of the objects that the tool writes: which properties they may have, which they must, of which
/// types; and what the standard says beside its schema.</summary>
internal sealed class SarifRules
{
    // A name with an exclamation mark must be there. What is in brackets is an array of that.
    private static readonly Dictionary<string, string> Objects = new(StringComparer.Ordinal)
    {
        ["log"] = "$schema:uri version!:version runs![run]",
        ["run"] = "tool!:tool invocations[invocation] originalUriBaseIds:bases columnKind:columnKind results[result]",
        ["invocation"] = "executionSuccessful!:truth toolExecutionNotifications[notification]",
        ["notification"] = "message!:message level:level",
        ["tool"] = "driver!:driver",
        ["driver"] = "name!:text semanticVersion:semver rules[rule]",
        ["rule"] = "id!:text shortDescription:message helpUri:uri defaultConfiguration:configuration",
        ["configuration"] = "level:level",
        ["message"] = "text!:text",
        ["bases"] = "%SRCROOT%:base",
        ["base"] = "uri!:folder",
        ["result"] = "ruleId:text ruleIndex:index level:level message!:message locations[location] relatedLocations[location]",
        ["location"] = "physicalLocation:physicalLocation",
        ["physicalLocation"] = "artifactLocation!:artifactLocation region:region",
        ["artifactLocation"] = "uri!:reference uriBaseId:baseId",
        ["region"] = "startLine!:number startColumn:number endLine:number endColumn:number",
    };

    private readonly List<string> _faults = [];
    private JsonElement _rules;

    /// <summary>What is wrong with a log.</summary>
    public static IReadOnlyList<string> FaultsOf(string log)
    {
        var rules = new SarifRules();
        rules.Check("log", JsonElement.Parse(log), "$");
        return rules._faults;
    }

    private void Check(string type, JsonElement value, string path)
    {
        if (!Objects.TryGetValue(type, out var properties))
        {
            Demand(IsValue(type, value), path, $"is no {type}: {value}");
            return;
        }

        if (value.ValueKind is not JsonValueKind.Object)
        {
            Demand(false, path, "is no object");
            return;
        }

        var known = properties.Split(' ').ToDictionary(static property => property[..property.IndexOfAny(['!', ':', '['])]);
        foreach (var (name, property) in known)
            Demand(!property.Contains('!', StringComparison.Ordinal) || value.TryGetProperty(name, out _), path, $"lacks {name}");
        foreach (var member in value.EnumerateObject())
        {
            if (!known.TryGetValue(member.Name, out var property))
                Demand(false, path, $"must not have {member.Name}");
            else if (property.EndsWith(']'))
                CheckAll(property[(property.IndexOf('[', StringComparison.Ordinal) + 1)..^1], member.Value, $"{path}.{member.Name}");
            else
                Check(property[(property.IndexOf(':', StringComparison.Ordinal) + 1)..], member.Value, $"{path}.{member.Name}");
        }

        CheckWhole(type, value, path);
    }

    private void CheckAll(string type, JsonElement values, string path)
    {
        Demand(values.ValueKind is JsonValueKind.Array, path, "is no array");
        if (type is "rule")
            _rules = values;
        foreach (var (index, value) in values.EnumerateArray().Index())
            Check(type, value, $"{path}[{index}]");
    }

    private void CheckWhole(string type, JsonElement value, string path)
    {
        switch (type)
        {
            case "region":
                var (startLine, startColumn, endLine, endColumn) = (Number("startLine"), Number("startColumn"), Number("endLine"), Number("endColumn"));
                Demand(endLine > startLine || (endLine == startLine && endColumn >= startColumn), path, "ends before it starts");
                break;
            case "artifactLocation":
                var uri = value.GetProperty("uri").GetString()!;
                Demand(Uri.IsWellFormedUriString(uri, UriKind.Absolute) != value.TryGetProperty("uriBaseId", out _), path, "is relative to nothing, or absolute and relative");
                break;
            case "result":
                Demand(_rules[value.GetProperty("ruleIndex").GetInt32()].GetProperty("id").GetString() == value.GetProperty("ruleId").GetString(), path, "names another rule by its index");
                break;
        }

        int Number(string name) => value.GetProperty(name).GetInt32();
    }

    private static bool IsValue(string type, JsonElement value)
    {
        if (value.ValueKind is JsonValueKind.Number)
            return value.TryGetInt32(out var number) && number >= (type is "number" ? 1 : 0) && type is "number" or "index";
        if (type is "truth")
            return value.ValueKind is JsonValueKind.True or JsonValueKind.False;
        return value.ValueKind is JsonValueKind.String && value.GetString() is { Length: > 0 } text && type switch
        {
            "text" => true,
            "version" => text is "2.1.0",
            "semver" => Version.TryParse(text.Split('-')[0], out _),
            "columnKind" => text is "utf16CodeUnits" or "unicodeCodePoints",
            "level" => text is "error" or "warning" or "note" or "none",
            "uri" => Uri.IsWellFormedUriString(text, UriKind.Absolute),
            "folder" => Uri.IsWellFormedUriString(text, UriKind.Absolute) && text.EndsWith('/'),
            "reference" => Uri.IsWellFormedUriString(text, UriKind.RelativeOrAbsolute) && !text.Split('/').Contains(".."),
            "baseId" => text is "%SRCROOT%",
            _ => false,
        };
    }

    private void Demand(bool holds, string path, string fault)
    {
        if (!holds)
            _faults.Add($"{path} {fault}");
    }
}
