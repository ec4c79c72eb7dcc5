using System.Globalization;

namespace PlanDsl.Model;

/// <summary>The one conversion from names in C# to names in plans. <see cref="PascalCase"/> leads back.</summary>
public static class SnakeCase
{
    private const int LongestOnStack = 64;

    private enum State
    {
        WordStart,
        Upper,
        LowerOrDigit,
        Space,
    }

    /// <summary><paramref name="name"/> in snake_case, letter for letter as <c>JsonNamingPolicy.SnakeCaseLower</c> makes it:
    /// <c>FetchOrders</c> and <c>fetchOrders</c> become <c>fetch_orders</c>, <c>XMLReader</c> becomes <c>xml_reader</c>.</summary>
    public static string From(string name)
    {
        // At most an underscore before each letter.
        var text = name.Length <= LongestOnStack ? stackalloc char[2 * LongestOnStack] : new char[2 * name.Length];
        var length = 0;
        var state = State.WordStart;
        for (var i = 0; i < name.Length; i++)
        {
            var letter = name[i];
            switch (char.GetUnicodeCategory(letter))
            {
                case UnicodeCategory.UppercaseLetter:
                    // Of a run of capitals, the last begins a word if a small letter follows it.
                    if (state is State.LowerOrDigit or State.Space
                        || (state is State.Upper && i + 1 < name.Length && char.IsLower(name[i + 1])))
                        text[length++] = '_';
                    text[length++] = char.ToLowerInvariant(letter);
                    state = State.Upper;
                    break;
                case UnicodeCategory.LowercaseLetter or UnicodeCategory.DecimalDigitNumber:
                    if (state is State.Space)
                        text[length++] = '_';
                    text[length++] = letter;
                    state = State.LowerOrDigit;
                    break;
                case UnicodeCategory.SpaceSeparator:
                    // Dropped at both ends, an underscore between words.
                    if (state is not State.WordStart)
                        state = State.Space;
                    break;
                default:
                    text[length++] = letter;
                    state = State.WordStart;
                    break;
            }
        }

        text = text.Slice(0, length);
        return text.SequenceEqual(name.AsSpan()) ? name : text.ToString();
    }
}
