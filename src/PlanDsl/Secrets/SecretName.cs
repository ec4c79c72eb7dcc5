using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace PlanDsl;

/// <summary>What names a text by which a secret may be told, in what is recorded: the secret, and the members and elements that lead to the text from there.
/// So what is recorded finds it again in a secret that has other members by then.</summary>
internal static partial class SecretName
{
    private const char Member = '/';
    private const char Element = '#';
    private const char Other = '@';
    private const char Trimmed = '!';
    private const char Also = '|';
    private const char Escape = '~';

    /// <summary>Names a secret.</summary>
    /// <param name="secret">What it is called.</param>
    /// <param name="number">Which of those that are called so; 0 for the first.</param>
    public static string Of(string secret, int number) => number == 0 ? Spelled(secret) : FormattableString.Invariant($"{Spelled(secret)}{Other}{number}");

    /// <summary>Names a text of a secret.</summary>
    /// <param name="text">The text.</param>
    /// <param name="masked">Gives what may be told of the name of a member.</param>
    public static string Of(SecretText text, Func<string, string> masked)
    {
        var name = new StringBuilder(text.Secret);
        Append(name, text.Path, masked);
        return text.IsTrimmed ? name.Append(Trimmed).ToString() : name.ToString();
    }

    /// <summary>Names a text that may be any of several.</summary>
    public static string AnyOf(IEnumerable<string> names) => string.Join(Also, names);

    /// <summary>What a text may be, by its name.</summary>
    public static string[] Each(string name) => name.Split(Also);

    /// <summary>The name of what a text is without the space around it; <see langword="null"/> where it is with that.</summary>
    public static string? Untrimmed(string name) => name is [.. var whole, Trimmed] ? whole : null;

    /// <summary>Whether it may be the number of a text, as the first versions named them.</summary>
    public static bool MayBeNumber(string name) => Numbered().IsMatch(name);

    /// <summary>What to call it where a person is told.</summary>
    public static string Told(string name)
    {
        name = Untrimmed(name) ?? name;
        var end = name.IndexOfAny([Member, Element, Other]);
        if (end < 0)
            return $"the secret '{Read(name)}'";
        var path = Elements().Replace(Numbers().Replace(name[end..], ""), "[${index}]").Replace(Member, '.');
        return path.Length == 0 ? $"the secret '{Read(name[..end])}'" : $"'{Read(path.TrimStart('.'))}' of the secret '{Read(name[..end])}'";
    }

    private static void Append(StringBuilder name, SecretPath? path, Func<string, string> masked)
    {
        if (path is null)
            return;
        Append(name, path.Whole, masked);
        if (path.Member is { } member)
            name.Append(Member).Append(Spelled(masked(member)));
        else
            name.Append(Element).Append(path.Index.ToString(CultureInfo.InvariantCulture));
    }

    // What means something here, or is half of a character, is spelled in digits.
    private static string Spelled(string text)
    {
        var spelled = new StringBuilder(text.Length);
        foreach (var character in text)
        {
            if (char.IsAsciiLetterOrDigit(character) || character is '_' or '-' or '.' or '+' or '*' or ' ')
                spelled.Append(character);
            else
                spelled.Append(Escape).Append(((int)character).ToString("X4", CultureInfo.InvariantCulture));
        }

        return spelled.ToString();
    }

    private static string Read(string spelled) =>
        Escapes().Replace(spelled, static escape => ((char)ushort.Parse(escape.ValueSpan[1..], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture)).ToString());

    [GeneratedRegex("~[0-9A-F]{4}", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Escapes();

    [GeneratedRegex("#(?<index>[0-9]+)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Elements();

    [GeneratedRegex("^[^/#]+/[0-9]+t?$", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Numbered();

    [GeneratedRegex("^@[0-9]+", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Numbers();
}
