using System.Text.Json;
using PlanDsl.Model;

namespace PlanDsl;

/// <summary>Values of interpreted plans: JSON, read where it stands.</summary>
internal readonly struct JsonValueReader : IValueReader<JsonElement>
{
    // The default element is null too.
    public ValueKind KindOf(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.True or JsonValueKind.False => ValueKind.Boolean,
        JsonValueKind.Number => ValueKind.Number,
        JsonValueKind.String => ValueKind.String,
        JsonValueKind.Array => ValueKind.Array,
        JsonValueKind.Object => ValueKind.Object,
        _ => ValueKind.Null,
    };

    public bool BooleanOf(JsonElement value) => value.ValueKind is JsonValueKind.True;

    public string NumberOf(JsonElement value) => value.GetRawText();

    public string StringOf(JsonElement value) => JsonValues.StringOf(value);

    public int CountOf(JsonElement value) => value.GetArrayLength();

    public JsonElement ElementOf(JsonElement value, int index) => value[index];

    public IEnumerable<JsonElement> ElementsOf(JsonElement value) => value.EnumerateArray();

    public bool TryGetMember(JsonElement value, string name, out JsonElement member) => JsonValues.TryGetMember(value, name, out member);

    public IEnumerable<KeyValuePair<string, JsonElement>> MembersOf(JsonElement value)
    {
        foreach (var member in value.EnumerateObject())
            yield return new(JsonValues.NameOf(member), member.Value);
    }

    public string JsonOf(JsonElement value) => JsonValues.TextOf(value);

    public JsonElement Create(LiteralExpression literal) => literal.Kind switch
    {
        ValueKind.String => JsonValues.Of(literal.Text),
        ValueKind.Boolean => JsonValues.Of(literal.Text is "true"),
        ValueKind.Number => JsonElement.Parse(literal.Text),
        _ => JsonValues.Null,
    };

    public JsonElement Create(IReadOnlyList<JsonElement> elements) => JsonValues.Array(elements);
}
