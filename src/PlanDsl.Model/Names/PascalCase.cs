using System.Globalization;

namespace PlanDsl.Model;

/// <summary>The one conversion from names in plans to names in C#.</summary>
public static class PascalCase
{
    private const int LongestOnStack = 64;

    /// <summary>The member of <c>Results</c> that holds the result with this key: <c>fetch_rates</c> becomes <c>FetchRates</c>.</summary>
    /// <param name="key">A result_key or an id. What cannot stand in a C# identifier separates words, as the underscore does.</param>
    /// <returns>An identifier that is no keyword, with an underscore in front of a leading digit; the empty string where
    /// <paramref name="key"/> has no letter and no digit.</returns>
    public static string From(string key)
    {
        var text = key.Length < LongestOnStack ? stackalloc char[LongestOnStack] : new char[key.Length + 1];
        var length = 0;
        var wordStarts = true;
        foreach (var letter in key)
        {
            if (NameRules.IsLetterOrDigit(letter))
            {
                if (length == 0 && char.IsDigit(letter))
                    text[length++] = '_';
                text[length++] = wordStarts ? char.ToUpperInvariant(letter) : letter;
                wordStarts = false;
            }
            else if (length > 0 && IsMark(letter))
            {
                text[length++] = letter;
            }
            else
            {
                wordStarts = true;
            }
        }

        return text.Slice(0, length).ToString();
    }

    private static bool IsMark(char letter) =>
        letter > '\x7f' && char.GetUnicodeCategory(letter) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;
}
