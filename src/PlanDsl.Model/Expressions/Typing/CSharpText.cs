using System.Globalization;
using System.Text;

namespace PlanDsl.Model;

/// <summary>Text as a string of C#.</summary>
internal static class CSharpText
{
    public static string Quote(string value)
    {
        var text = new StringBuilder("\"");
        foreach (var letter in value)
        {
            if (letter is '"' or '\\')
                text.Append('\\').Append(letter);
            else if (letter is < ' ' or > '~')
                text.Append("\\u").Append(((int)letter).ToString("x4", CultureInfo.InvariantCulture));
            else
                text.Append(letter);
        }

        return text.Append('"').ToString();
    }
}
