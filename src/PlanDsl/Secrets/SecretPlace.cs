using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace PlanDsl;

/// <summary>What stands for a secret in what is recorded: which of its texts it is and how that is spelled there, so that whoever resumes the run
/// finds each, be it another than it was, one of more, or part of what has other parts. Two characters that mean nothing in any text enclose it. Where one of these, or the one that
/// marks a text as JSON, stands in what is recorded, its code is enclosed instead.</summary>
internal static partial class SecretPlace
{
    /// <summary>Begins a text that is not one itself, but JSON.</summary>
    public const char Json = '\uE002';

    private const char Begin = '\uE000';
    private const char End = '\uE001';

    /// <summary>What stands for a secret.</summary>
    /// <param name="name">The name of its text.</param>
    /// <param name="spelling">How it is spelled.</param>
    public static string Of(string name, string spelling) => $"{Begin}{name}.{spelling}{End}";

    /// <summary>Whether a text has to be <see cref="Escape"/>d.</summary>
    public static bool IsOpen(string text) => text.AsSpan().IndexOfAny(Begin, Json) >= 0;

    /// <summary>A text in which nothing stands for a secret.</summary>
    public static string Escape(string text)
    {
        if (!IsOpen(text))
            return text;
        var escaped = new StringBuilder(text.Length + 8);
        foreach (var character in text)
        {
            if (character is Begin or Json)
                escaped.Append(Begin).Append(((int)character).ToString("X4", CultureInfo.InvariantCulture)).Append(End);
            else
                escaped.Append(character);
        }

        return escaped.ToString();
    }

    /// <summary>A text with something else in the places of secrets.</summary>
    /// <param name="text">The text.</param>
    /// <param name="secretOf">Gives it, by the name of the secret's text and its spelling.</param>
    public static string Fill(string text, Func<string, string, string> secretOf) => Places().Replace(text, place =>
    {
        var inner = place.ValueSpan[1..^1];
        return inner.LastIndexOf('.') is >= 0 and var end
            ? secretOf(inner[..end].ToString(), inner[(end + 1)..].ToString())
            : ((char)ushort.Parse(inner, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture)).ToString();
    });

    [GeneratedRegex("\uE000[^\uE001]*\uE001", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Places();
}
