using System.Globalization;
using System.Text;

namespace PlanDsl.Model;

/// <summary>The one conversion between names in C# and names in plans.</summary>
public static class SnakeCase
{
    /// <summary><paramref name="name"/> in snake_case, letter for letter as <c>JsonNamingPolicy.SnakeCaseLower</c> makes it:
    /// <c>FetchOrders</c> and <c>fetchOrders</c> become <c>fetch_orders</c>.</summary>
    public static string From(string name)
    {
        var text = new StringBuilder(name.Length + 4);
        var previous = UnicodeCategory.SpaceSeparator;
        for (var i = 0; i < name.Length; i++)
        {
            var category = char.GetUnicodeCategory(name[i]);
            switch (category)
            {
                case UnicodeCategory.UppercaseLetter:
                    var startsWord = previous is UnicodeCategory.LowercaseLetter or UnicodeCategory.DecimalDigitNumber
                        || (previous is UnicodeCategory.UppercaseLetter && i + 1 < name.Length && char.IsLower(name[i + 1]));
                    if (startsWord && text.Length > 0)
                        text.Append('_');
                    text.Append(char.ToLowerInvariant(name[i]));
                    break;
                case UnicodeCategory.LowercaseLetter or UnicodeCategory.DecimalDigitNumber:
                    if (previous is UnicodeCategory.SpaceSeparator && text.Length > 0)
                        text.Append('_');
                    text.Append(name[i]);
                    break;
                default:
                    if (name[i] == '_' || category is not UnicodeCategory.SpaceSeparator)
                        text.Append(name[i]);
                    break;
            }

            previous = name[i] == '_' ? UnicodeCategory.ConnectorPunctuation : category;
        }

        return text.ToString();
    }
}
