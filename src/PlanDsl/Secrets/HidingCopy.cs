using System.Text.Json;

namespace PlanDsl;

/// <summary>Copies JSON with places for the secrets in it. A text in the copy that begins with <see cref="SecretPlace.Json"/> stands for what is JSON
/// once its places are filled.</summary>
internal sealed class HidingCopy(RunSecrets secrets) : JsonCopy
{
    /// <summary>The text that stands for JSON.</summary>
    public static string TextOf(RunSecrets secrets, string json) => SecretPlace.Json + secrets.WithPlaces(json);

    protected override string NameOf(string name) => secrets.WithPlaces(name);

    protected override bool TryWriteWhole(Utf8JsonWriter writer, JsonElement value)
    {
        if (secrets.FindWhole(value) is not { } text)
            return false;
        writer.WriteStringValue(SecretPlace.Json + secrets.PlaceOf(text));
        return true;
    }

    protected override void WriteString(Utf8JsonWriter writer, JsonElement value)
    {
        // Half of a surrogate pair is JSON and no text: only what is spelled holds it.
        if (JsonValues.IsText(value))
            writer.WriteStringValue(secrets.WithPlaces(value.GetString()!));
        else
            WriteLiteral(writer, value);
    }

    protected override void WriteLiteral(Utf8JsonWriter writer, JsonElement value)
    {
        var json = value.GetRawText();
        if (secrets.IsIn(json) || SecretPlace.IsOpen(json))
            writer.WriteStringValue(TextOf(secrets, json));
        else
            base.WriteLiteral(writer, value);
    }
}
