using System.Buffers;
using System.Runtime.InteropServices;
using System.Text.Json;

namespace PlanDsl;

/// <summary>How a command has ended and what it has written.</summary>
/// <param name="ExitCode">The exit code; where a signal has ended the process, 128 and the signal's number.</param>
/// <param name="Stdout">The last <see cref="OutputTail.Bound"/> bytes of the standard output as text, without the final newline.</param>
/// <param name="Stderr">The same of the standard error.</param>
/// <param name="Json">The whole standard output where it is one JSON value of at most <see cref="JsonCapture.Bound"/> bytes.</param>
public sealed record CommandResult(int ExitCode, string Stdout, string Stderr, JsonElement? Json)
{
    // What a command that succeeds and says nothing leaves.
    private static readonly JsonElement Silent = JsonElement.Parse("""{"exit_code":0,"stdout":"","stderr":"","json":null}"""u8);

    /// <summary>The result as plans see it: <c>{exit_code, stdout, stderr, json}</c>.</summary>
    public JsonElement ToJson()
    {
        if (this is { ExitCode: 0, Stdout.Length: 0, Stderr.Length: 0, Json: null })
            return Silent;
        var bytes = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(bytes))
        {
            writer.WriteStartObject();
            writer.WriteNumber("exit_code", ExitCode);
            writer.WriteString("stdout", Stdout);
            writer.WriteString("stderr", Stderr);
            writer.WritePropertyName("json");
            if (Json is { } json)
                writer.WriteRawValue(JsonMarshal.GetRawUtf8Value(json), skipInputValidation: true);
            else
                writer.WriteNullValue();
            writer.WriteEndObject();
        }

        // One level more than the value, which has been read with the reader's own bound.
        var reader = new Utf8JsonReader(bytes.WrittenSpan, new JsonReaderOptions { MaxDepth = JsonCapture.MaxDepth + 1 });
        return JsonElement.ParseValue(ref reader);
    }
}
