using System.Globalization;
using System.Text;

namespace PlanDsl;

/// <summary>How texts are spelled in JSON. There is a choice, and those who write JSON differ in what they escape; each is named here by a letter,
/// and a text that is in JSON which is a text in other JSON by as many, the outermost first.</summary>
internal static class JsonSpelling
{
    // The first escapes what it must, so that a text which has nothing to escape is spelled in a way that is JSON for all others, too.
    private const string Names = "0123456789abcdefghijklmnopqrstuv";

    /// <summary>Names how a text is spelled.</summary>
    /// <param name="spelled">The text, as it is spelled.</param>
    /// <param name="depth">How often it has to be read as JSON.</param>
    /// <remarks>What nobody spells so, as of two characters alike one is escaped and one is not, is named by what comes to the same.</remarks>
    public static string NameOf(string spelled, int depth)
    {
        var name = new StringBuilder(depth);
        for (var i = 0; i < depth; i++)
        {
            var read = Read(spelled);
            var habit = Math.Max(0, Enumerable.Range(0, Names.Length).FirstOrDefault(habit => Spell(read, (Habit)habit) == spelled, -1));
            name.Append(Names[habit]);
            spelled = read;
        }

        return name.ToString();
    }

    /// <summary>Spells a text as it is named.</summary>
    public static string Spell(string text, string name)
    {
        for (var i = name.Length - 1; i >= 0; i--)
            text = Spell(text, (Habit)Names.IndexOf(name[i]));
        return text;
    }

    private static string Read(string spelled) =>
        UnescapedText<char>.Of(spelled.ToCharArray(), isWhole: true).Next() is { } read ? new(read.Units) : spelled;

    private static string Spell(string text, Habit habit)
    {
        var spelled = new StringBuilder(text.Length);
        foreach (var character in text)
        {
            if (IsInDigits(character, habit))
                spelled.Append("\\u").Append(((int)character).ToString(habit.HasFlag(Habit.Capitals) ? "X4" : "x4", CultureInfo.InvariantCulture));
            else if (JsonEscapes.LetterOf(character) is { } letter && (character != '/' || habit.HasFlag(Habit.Slashes)))
                spelled.Append('\\').Append(letter);
            else
                spelled.Append(character);
        }

        return spelled.ToString();
    }

    private static bool IsInDigits(char character, Habit habit) => character switch
    {
        '<' or '>' or '&' or '\u2028' or '\u2029' when habit.HasFlag(Habit.Pages) => true,
        '"' or '\'' or '+' or '`' or '\x7F' => habit.HasFlag(Habit.Quotes),
        < ' ' => JsonEscapes.LetterOf(character) is null,
        > '\x7F' => habit.HasFlag(Habit.Ascii),
        _ => false,
    };

    [Flags]
    private enum Habit
    {
        // A slash has a backslash before it.
        Slashes = 1,

        // All but ASCII is escaped.
        Ascii = 2,

        // So is what means something in a page, and what ends a line in a script.
        Pages = 4,

        // Quotes and their like are escaped in digits.
        Quotes = 8,

        // Digits beyond 9 are capitals.
        Capitals = 16,
    }
}
