using System.Text.Json;

namespace PlanDsl;

/// <summary>Copies JSON with a mask where a secret stood.</summary>
internal sealed class MaskingCopy(RunSecrets secrets) : JsonCopy
{
    protected override string NameOf(string name) => secrets.Masked(name);

    protected override bool TryWriteWhole(Utf8JsonWriter writer, JsonElement value)
    {
        if (secrets.FindWhole(value) is null)
            return false;
        writer.WriteStringValue(RunSecrets.Mask);
        return true;
    }

    protected override void WriteString(Utf8JsonWriter writer, JsonElement value)
    {
        if (secrets.IsIn(JsonValues.StringOf(value)))
            writer.WriteStringValue(secrets.Masked(JsonValues.StringOf(value)));
        else
            JsonValues.WriteTo(writer, value);
    }

    // Of a number nothing that is one is left.
    protected override void WriteLiteral(Utf8JsonWriter writer, JsonElement value)
    {
        var json = value.GetRawText();
        if (secrets.IsIn(json))
            writer.WriteStringValue(secrets.Masked(json));
        else
            base.WriteLiteral(writer, value);
    }
}
