using System.Text;

namespace PlanDsl;

/// <summary>Writes texts for <c>cmd</c>, which puts values in place of variables before it reads the text. In quotes it takes
/// them as they are, unless they hold a quote or a line break; such values are refused.</summary>
internal static class WindowsShell
{
    public const string Program = "cmd.exe";

    /// <exception cref="BindingException">A value cannot be handed to this shell safely.</exception>
    public static ShellText Write(IEnumerable<CommandPart> parts)
    {
        var text = new StringBuilder();
        var values = new List<string>();
        var isQuoted = false;
        foreach (var part in parts)
        {
            if (part.IsValue)
            {
                values.Add(Checked(part.Text));
                var reference = Reference(part.Text, values.Count);
                text.Append(isQuoted ? reference : $"\"{reference}\"");
            }
            else
            {
                isQuoted = IsQuotedAfter(part.Text, isQuoted);
                text.Append(part.Text);
            }
        }

        return new(text.ToString(), values);
    }

    // A variable cannot be empty: cmd would leave the reference to it as it stands. A program would read a last backslash
    // together with the quote that follows, unless it is doubled.
    private static string Reference(string value, int number) =>
        value.Length == 0 ? "" : $"%{ShellText.Variable(number)}%{new string('\\', value.Length - value.TrimEnd('\\').Length)}";

    private static string Checked(string value) => value.AsSpan().IndexOfAny("\"\r\n") < 0
        ? value
        : throw new BindingException(
            "A value with a quote or a line break cannot be handed to cmd safely. Run the program without 'shell', or hand the value over in a file.");

    private static bool IsQuotedAfter(string text, bool isQuoted)
    {
        for (var index = 0; index < text.Length; index++)
        {
            if (text[index] is '"')
                isQuoted = !isQuoted;
            else if (text[index] is '^' && !isQuoted)
                index++;
            else if (text[index] is '\n')
                isQuoted = false;
        }

        return isQuoted;
    }
}
