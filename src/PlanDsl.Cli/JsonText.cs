using System.Text.Encodings.Web;
using System.Text.Json;

namespace PlanDsl.Cli;

/// <summary>Writes JSON to where the tool writes text.</summary>
internal static class JsonText
{
    private const int Much = 64 * 1024;

    private static readonly JsonWriterOptions Indented = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private static readonly JsonWriterOptions InOneLine = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes one value over many lines, as people read it.</summary>
    public static void WriteIndented<T>(TextWriter output, T value, Action<Utf8JsonWriter, T> write) => Write(output, value, write, Indented);

    /// <summary>Writes one value in a line.</summary>
    public static void WriteLine<T>(TextWriter output, T value, Action<Utf8JsonWriter, T> write) => Write(output, value, write, InOneLine);

    /// <summary>Writes a value as the rest is written; where it has half of a surrogate pair, as it is spelled.</summary>
    public static void Write(Utf8JsonWriter json, JsonElement value)
    {
        // Such a half can only be spelled as an escape.
        if (value.GetRawText().Contains("\\u", StringComparison.Ordinal))
            JsonValues.WriteTo(json, value);
        else
            value.WriteTo(json);
    }

    /// <summary>Hands on what has been written once it is much, so that no more is held than that.</summary>
    public static void HandOn(Utf8JsonWriter json)
    {
        if (json.BytesPending > Much)
            json.Flush();
    }

    private static void Write<T>(TextWriter output, T value, Action<Utf8JsonWriter, T> write, JsonWriterOptions options)
    {
        using (var text = new Utf8Text(output))
        using (var writer = new Utf8JsonWriter(text, options))
            write(writer, value);
        output.WriteLine();
    }
}
