using System.Text.Json;

namespace PlanDsl.Cli;

/// <summary>Writes findings as one JSON object.</summary>
internal static class FindingsJson
{
    public static void Write(TextWriter output, IReadOnlyList<CheckedFile> files) => JsonText.WriteIndented(output, files, Write);

    private static void Write(Utf8JsonWriter json, IReadOnlyList<CheckedFile> files)
    {
        json.WriteStartObject();
        json.WriteBoolean("valid", files.All(static file => file.IsValid));
        json.WriteStartArray("files");
        foreach (var file in files)
            Write(json, file);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, CheckedFile file)
    {
        json.WriteStartObject();
        json.WriteString("path", file.Path);
        json.WriteBoolean("valid", file.IsValid);
        if (file.Error is { } error)
            json.WriteString("error", error);
        json.WriteStartArray("findings");
        foreach (var placed in file.Findings)
        {
            Write(json, placed);
            JsonText.HandOn(json);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, PlanFileFinding placed)
    {
        json.WriteStartObject();
        json.WriteString("id", placed.Finding.Id);
        json.WriteString("severity", SeverityNames.Of(placed.Finding.Severity));
        json.WriteString("message", placed.Finding.Message);
        json.WriteNumber("line", placed.Line);
        json.WriteNumber("column", placed.Column);
        json.WriteNumber("end_line", placed.EndLine);
        json.WriteNumber("end_column", placed.EndColumn);
        if (placed.Finding.Suggestion is { } suggestion)
            json.WriteString("suggestion", suggestion);
        json.WriteEndObject();
    }
}
