using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace PlanDsl;

/// <summary>A text by which a secret may be told, and what stands for it in what is recorded.</summary>
/// <param name="Text">The text.</param>
/// <param name="Place">What stands for it: the name of the secret, which of its texts it is, and how that is spelled, in characters that mean
/// nothing in any text.</param>
internal readonly partial record struct SecretSpelling(string Text, string Place)
{
    private const char Begin = '\uE000';
    private const char End = '\uE001';

    /// <summary>All texts of a secret in all spellings, in an order that does not depend on what they are.</summary>
    /// <param name="name">Names the secret.</param>
    /// <param name="value">The secret.</param>
    public static IEnumerable<SecretSpelling> Of(string name, JsonElement value) => TextsOf(value).SelectMany((text, number) =>
        SpellingsOf(text).Select((spelled, spelling) => new SecretSpelling(spelled, FormattableString.Invariant($"{Begin}{name}/{number}.{spelling}{End}"))));

    /// <summary>The name of the secret for which something stands.</summary>
    public static string NameOf(string place) => place[1..place.LastIndexOf('/')];

    /// <summary>What stands for secrets in a text.</summary>
    [GeneratedRegex("\uE000[^\uE001]*\uE001", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 10_000)]
    public static partial Regex Places();

    // What prints a value may leave out the space around it, and may print it as JSON, in which more or less is escaped. JSON is first, since what is
    // recorded is JSON, and a value that has nothing to escape must be put back as one that has.
    private static IEnumerable<string> SpellingsOf(string text) => new[] { text, text.Trim() }.SelectMany(InJson);

    private static IEnumerable<string> InJson(string text)
    {
        var escaped = JavaScriptEncoder.Default.Encode(text);
        return [JsonValues.TextOf(JsonValues.Of(text))[1..^1], text, escaped, Escape().Replace(escaped, static escape => escape.Value.ToLowerInvariant())];
    }

    [GeneratedRegex(@"\\u[0-9A-F]{4}", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Escape();

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
