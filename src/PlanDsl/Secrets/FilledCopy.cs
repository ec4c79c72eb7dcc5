using System.Text.Json;

namespace PlanDsl;

/// <summary>Copies JSON in which there are places for secrets, with something in them.</summary>
/// <param name="secretOf">Gives what belongs in a place, by the name of the secret's text and its spelling.</param>
/// <param name="jsonOf">Makes JSON of a text that is.</param>
internal sealed class FilledCopy(Func<string, string, string> secretOf, Func<string, JsonElement> jsonOf) : JsonCopy
{
    protected override string NameOf(string name) => SecretPlace.Fill(name, secretOf);

    protected override void WriteString(Utf8JsonWriter writer, JsonElement value)
    {
        if (!JsonValues.IsText(value))
            WriteLiteral(writer, value);
        else if (value.GetString() is [SecretPlace.Json, .. var json])
            JsonValues.WriteTo(writer, jsonOf(SecretPlace.Fill(json, secretOf)));
        else
            writer.WriteStringValue(SecretPlace.Fill(value.GetString()!, secretOf));
    }
}
