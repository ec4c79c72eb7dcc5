using System.Buffers;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace PlanDsl;

/// <summary>Makes JSON values and writes them.</summary>
internal static class JsonValues
{
    /// <summary>How it is written. It goes to processes and agents, not into a page, so letters stay letters.</summary>
    public static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly JsonElement True = JsonElement.Parse("true"u8);
    private static readonly JsonElement False = JsonElement.Parse("false"u8);

    /// <summary>The value null.</summary>
    public static JsonElement Null { get; } = JsonElement.Parse("null"u8);

    /// <summary>A boolean.</summary>
    public static JsonElement Of(bool value) => value ? True : False;

    /// <summary>A string. Half of a surrogate pair becomes U+FFFD.</summary>
    public static JsonElement Of(string value) => Write(value, static (writer, value) => writer.WriteStringValue(value));

    /// <summary>A number.</summary>
    public static JsonElement Of(long value) => Write(value, static (writer, value) => writer.WriteNumberValue(value));

    /// <summary>An object of these members.</summary>
    public static JsonElement Of(IEnumerable<KeyValuePair<string, JsonElement>> members) => Write(members, static (writer, members) =>
    {
        writer.WriteStartObject();
        foreach (var member in members)
        {
            writer.WritePropertyName(member.Key);
            WriteTo(writer, member.Value);
        }

        writer.WriteEndObject();
    });

    /// <summary>An array of these elements.</summary>
    public static JsonElement Array(IEnumerable<JsonElement> elements) => Write(elements, static (writer, elements) =>
    {
        writer.WriteStartArray();
        foreach (var element in elements)
            WriteTo(writer, element);
        writer.WriteEndArray();
    });

    /// <summary>What <paramref name="write"/> writes.</summary>
    public static JsonElement Write<T>(T source, Action<Utf8JsonWriter, T> write) => JsonElement.Parse(Bytes(source, write));

    /// <summary>Writes a value, the default one as null.</summary>
    public static void WriteTo(Utf8JsonWriter writer, JsonElement value)
    {
        if (value.ValueKind is JsonValueKind.Undefined)
            writer.WriteNullValue();
        else
            writer.WriteRawValue(TextOf(value), skipInputValidation: true);
    }

    /// <summary>A value as JSON, without spaces between its parts.</summary>
    public static string TextOf(JsonElement value)
    {
        if (value.ValueKind is JsonValueKind.Undefined)
            return "null";
        try
        {
            return Encoding.UTF8.GetString(Bytes(value, static (writer, value) => value.WriteTo(writer)));
        }
        catch (InvalidOperationException)
        {
            // Half of a surrogate pair is JSON and no text: it stays as it is spelled.
            return value.GetRawText();
        }
    }

    /// <summary>The characters of a string. JSON may spell half of a surrogate pair, which is U+FFFD here.</summary>
    public static string StringOf(JsonElement value)
    {
        try
        {
            return value.GetString()!;
        }
        catch (InvalidOperationException)
        {
            return WithoutHalves(value.GetRawText());
        }
    }

    /// <summary>Whether a string is a text: JSON may spell half of a surrogate pair, which is in none.</summary>
    public static bool IsText(JsonElement value)
    {
        try
        {
            _ = value.GetString();
            return true;
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }

    /// <summary>The name of a member, with U+FFFD for half of a surrogate pair.</summary>
    public static string NameOf(JsonProperty member)
    {
        try
        {
            return member.Name;
        }
        catch (InvalidOperationException)
        {
            return WithoutHalves($"\"{Encoding.UTF8.GetString(JsonMarshal.GetRawUtf8PropertyName(member))}\"");
        }
    }

    /// <summary>Finds a member of an object, the last of that name.</summary>
    public static bool TryGetMember(JsonElement value, string name, out JsonElement member)
    {
        try
        {
            return value.TryGetProperty(name, out member);
        }
        catch (Exception fault) when (fault is InvalidOperationException or ArgumentException && value.ValueKind is JsonValueKind.Object)
        {
            // The name, or that of a member, has half of a surrogate pair.
            return TryGetMemberByText(value, Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(name)), out member);
        }
    }

    private static bool TryGetMemberByText(JsonElement value, string name, out JsonElement member)
    {
        member = default;
        foreach (var candidate in value.EnumerateObject())
        {
            if (NameOf(candidate) == name)
                member = candidate.Value;
        }

        return member.ValueKind is not JsonValueKind.Undefined;
    }

    private static ReadOnlySpan<byte> Bytes<T>(T source, Action<Utf8JsonWriter, T> write)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, Plain))
            write(writer, source);
        return buffer.WrittenSpan;
    }

    // The text is a string as JSON has it, so that every escape is whole.
    private static string WithoutHalves(string json)
    {
        var text = new StringBuilder(json.Length);
        for (var i = 1; i < json.Length - 1; i++)
        {
            if (json[i] != '\\')
            {
                text.Append(json[i]);
                continue;
            }

            i++;
            text.Append(json[i] switch
            {
                'b' => '\b',
                'f' => '\f',
                'n' => '\n',
                'r' => '\r',
                't' => '\t',
                'u' => (char)Convert.ToUInt16(json.Substring(i + 1, 4), 16),
                var other => other,
            });
            if (json[i] == 'u')
                i += 4;
        }

        return Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text.ToString()));
    }
}
