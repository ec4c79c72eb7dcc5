using System.Buffers;
using System.Text.Json;

namespace PlanDsl;

/// <summary>Copies JSON with something else for some of it.</summary>
internal abstract class JsonCopy
{
    private static readonly JsonWriterOptions Options = JsonValues.Plain with { MaxDepth = RecordDecoder.Deep.MaxDepth + 1 };

    /// <summary>A copy.</summary>
    public JsonElement Of(JsonElement value) => Write(value, static (writer, value, copy) => copy.Write(writer, value));

    /// <summary>A copy, as the only member of an object.</summary>
    public JsonElement Of(JsonElement value, string name) => Write(value, (writer, value, copy) =>
    {
        writer.WriteStartObject();
        writer.WritePropertyName(name);
        copy.Write(writer, value);
        writer.WriteEndObject();
    });

    /// <summary>What stands for the name of a member.</summary>
    protected abstract string NameOf(string name);

    /// <summary>Writes what stands for an object or an array as a whole; <see langword="false"/> where nothing does.</summary>
    protected virtual bool TryWriteWhole(Utf8JsonWriter writer, JsonElement value) => false;

    /// <summary>Writes what stands for a string.</summary>
    protected abstract void WriteString(Utf8JsonWriter writer, JsonElement value);

    /// <summary>Writes what stands for a number, a truth value or null.</summary>
    protected virtual void WriteLiteral(Utf8JsonWriter writer, JsonElement value) => JsonValues.WriteTo(writer, value);

    private static JsonElement Write(JsonElement value, Action<Utf8JsonWriter, JsonElement, JsonCopy> write, JsonCopy copy)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, Options))
            write(writer, value, copy);
        return JsonElement.Parse(buffer.WrittenSpan, new JsonDocumentOptions { MaxDepth = Options.MaxDepth });
    }

    private JsonElement Write(JsonElement value, Action<Utf8JsonWriter, JsonElement, JsonCopy> write) => Write(value, write, this);

    private void Write(Utf8JsonWriter writer, JsonElement value)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object or JsonValueKind.Array when TryWriteWhole(writer, value):
                break;
            case JsonValueKind.Object:
                writer.WriteStartObject();
                foreach (var member in value.EnumerateObject())
                {
                    writer.WritePropertyName(NameOf(JsonValues.NameOf(member)));
                    Write(writer, member.Value);
                }

                writer.WriteEndObject();
                break;
            case JsonValueKind.Array:
                writer.WriteStartArray();
                foreach (var element in value.EnumerateArray())
                    Write(writer, element);
                writer.WriteEndArray();
                break;
            case JsonValueKind.String:
                WriteString(writer, value);
                break;
            default:
                WriteLiteral(writer, value);
                break;
        }
    }
}
