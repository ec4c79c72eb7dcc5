using System.Text.Json;

namespace PlanDsl;

/// <summary>A text by which a secret may be told.</summary>
/// <param name="Name">Names it: the name of the secret, and which of its texts it is.</param>
/// <param name="Text">The text.</param>
internal readonly record struct SecretText(string Name, string Text)
{
    /// <summary>All texts of a secret, in an order that does not depend on what they are. What prints a value may leave out the space around it.</summary>
    /// <param name="name">Names the secret.</param>
    /// <param name="value">The secret.</param>
    public static IEnumerable<SecretText> Of(string name, JsonElement value) => TextsOf(value).SelectMany((text, number) => new SecretText[]
    {
        new(FormattableString.Invariant($"{name}/{number}"), text),
        new(FormattableString.Invariant($"{name}/{number}t"), text.Trim()),
    });

    /// <summary>The text as the object or array that it spells; <see langword="null"/> for none.</summary>
    public JsonElement? Whole()
    {
        try
        {
            return Text.AsSpan().TrimStart() is ['{' or '[', ..] ? JsonElement.Parse(Text, RecordDecoder.Deep) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    // True, false and null tell nothing.
    private static IEnumerable<string> TextsOf(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => [JsonValues.StringOf(value)],
        JsonValueKind.Number => [value.GetRawText()],
        JsonValueKind.Array => value.EnumerateArray().SelectMany(TextsOf),
        JsonValueKind.Object => value.EnumerateObject().SelectMany(static member => TextsOf(member.Value)),
        _ => [],
    };
}
