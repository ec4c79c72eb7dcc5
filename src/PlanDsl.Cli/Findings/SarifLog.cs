using System.Text.Json;
using PlanDsl.Model;

namespace PlanDsl.Cli;

/// <summary>Writes findings as SARIF 2.1.0, which code hosts and editors show beside the lines that they are about.</summary>
internal static class SarifLog
{
    private const string Root = "%SRCROOT%";

    public static void Write(TextWriter output, IReadOnlyList<CheckedFile> files) => JsonText.WriteIndented(output, files, Write);

    private static void Write(Utf8JsonWriter json, IReadOnlyList<CheckedFile> files)
    {
        var rules = files.SelectMany(static file => file.Findings).Select(static placed => placed.Finding.Id)
            .Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        json.WriteStartObject();
        json.WriteString("$schema", "https://json.schemastore.org/sarif-2.1.0.json");
        json.WriteString("version", "2.1.0");
        json.WriteStartArray("runs");
        json.WriteStartObject();
        WriteTool(json, rules);
        WriteInvocation(json, [.. files.Select(static file => file.Error).OfType<string>()]);
        json.WriteStartObject("originalUriBaseIds");
        json.WriteStartObject(Root);
        json.WriteString("uri", FileUri.Root);
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteString("columnKind", "utf16CodeUnits");
        json.WriteStartArray("results");
        foreach (var file in files)
        {
            foreach (var placed in file.Findings)
            {
                WriteResult(json, file, placed, rules);
                JsonText.HandOn(json);
            }
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteTool(Utf8JsonWriter json, IReadOnlyList<string> rules)
    {
        json.WriteStartObject("tool");
        json.WriteStartObject("driver");
        json.WriteString("name", "plandsl");
        json.WriteString("semanticVersion", ToolVersion.Text);
        json.WriteStartArray("rules");
        foreach (var id in rules)
        {
            var rule = RuleBook.Get(id);
            json.WriteStartObject();
            json.WriteString("id", id);
            WriteMessage(json, "shortDescription", rule.Title);
            if (rule.HelpLink is { } link)
                json.WriteString("helpUri", link);
            json.WriteStartObject("defaultConfiguration");
            json.WriteString("level", SeverityNames.SarifLevelOf(rule.Severity));
            json.WriteEndObject();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();
    }

    // Of a file that could not be read there are no results, which is not to look as if nothing were wrong.
    private static void WriteInvocation(Utf8JsonWriter json, string[] errors)
    {
        json.WriteStartArray("invocations");
        json.WriteStartObject();
        json.WriteBoolean("executionSuccessful", errors.Length == 0);
        if (errors.Length > 0)
        {
            json.WriteStartArray("toolExecutionNotifications");
            foreach (var error in errors)
            {
                json.WriteStartObject();
                json.WriteString("level", "error");
                WriteMessage(json, "message", error);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        }

        json.WriteEndObject();
        json.WriteEndArray();
    }

    private static void WriteResult(Utf8JsonWriter json, CheckedFile file, PlanFileFinding placed, List<string> rules)
    {
        json.WriteStartObject();
        json.WriteString("ruleId", placed.Finding.Id);
        json.WriteNumber("ruleIndex", rules.BinarySearch(placed.Finding.Id, StringComparer.Ordinal));
        json.WriteString("level", SeverityNames.SarifLevelOf(placed.Finding.Severity));
        WriteMessage(json, "message", placed.Finding.Message);
        json.WriteStartArray("locations");
        WriteLocation(json, file.Path, (placed.Line, placed.Column, placed.EndLine, placed.EndColumn));
        json.WriteEndArray();
        if (placed.Finding.Related.Count > 0)
        {
            json.WriteStartArray("relatedLocations");
            foreach (var anchor in placed.Finding.Related)
                WriteLocation(json, file.Path, file.PlaceOf(anchor));

            json.WriteEndArray();
        }

        json.WriteEndObject();
    }

    private static void WriteLocation(Utf8JsonWriter json, string path, (int Line, int Column, int EndLine, int EndColumn) place)
    {
        json.WriteStartObject();
        json.WriteStartObject("physicalLocation");
        json.WriteStartObject("artifactLocation");
        var reference = FileUri.Of(path);
        json.WriteString("uri", reference.Uri);
        if (reference.IsRelative)
            json.WriteString("uriBaseId", Root);
        json.WriteEndObject();
        json.WriteStartObject("region");
        json.WriteNumber("startLine", place.Line);
        json.WriteNumber("startColumn", place.Column);
        json.WriteNumber("endLine", place.EndLine);
        json.WriteNumber("endColumn", place.EndColumn);
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteMessage(Utf8JsonWriter json, string name, string text)
    {
        json.WriteStartObject(name);
        json.WriteString("text", text);
        json.WriteEndObject();
    }
}
