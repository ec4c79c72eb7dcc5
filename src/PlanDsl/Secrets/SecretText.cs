using System.Text.Json;

namespace PlanDsl;

/// <summary>A text by which a secret may be told.</summary>
/// <param name="Secret">The name of the secret.</param>
/// <param name="Path">Where in the secret it stands; <see langword="null"/> for the whole.</param>
/// <param name="Text">The text.</param>
/// <param name="IsTrimmed">Whether it is what stands there without the space around it.</param>
internal sealed record SecretText(string Secret, SecretPath? Path, string Text, bool IsTrimmed)
{
    /// <summary>All texts of a secret. What prints a value may leave out the space around it.</summary>
    /// <param name="secret">Names the secret.</param>
    /// <param name="value">The secret.</param>
    public static IEnumerable<SecretText> Of(string secret, JsonElement value)
    {
        foreach (var (path, text) in TextsOf(path: null, value))
        {
            yield return new(secret, path, text, IsTrimmed: false);
            if (text.Trim() is var trimmed && trimmed.Length < text.Length)
                yield return new(secret, path, trimmed, IsTrimmed: true);
        }
    }

    // True, false and null tell nothing.
    private static IEnumerable<(SecretPath? Path, string Text)> TextsOf(SecretPath? path, JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => [(path, JsonValues.StringOf(value))],
        JsonValueKind.Number => [(path, value.GetRawText())],
        JsonValueKind.Array => value.EnumerateArray().SelectMany((element, index) => TextsOf(new(path, Member: null, index), element)),
        JsonValueKind.Object => value.EnumerateObject().SelectMany(member => TextsOf(new(path, JsonValues.NameOf(member), Index: 0), member.Value)),
        _ => [],
    };
}
