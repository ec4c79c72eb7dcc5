using System.Text;

namespace PlanDsl;

/// <summary>Writes texts for <c>/bin/sh</c>. What a variable holds is never read as code again, so a value cannot be more than a
/// value; that it stays one word wherever its author has put it, also in quotes, is what <see cref="PosixQuotes"/> sees to.</summary>
internal static class PosixShell
{
    public const string Program = "/bin/sh";

    public static ShellText Write(IEnumerable<CommandPart> parts)
    {
        var text = new StringBuilder();
        var values = new List<string>();
        var quotes = new PosixQuotes();
        foreach (var part in parts)
        {
            if (part.IsValue)
            {
                values.Add(part.Text);
                text.Append(quotes.Refer("${" + ShellText.Variable(values.Count) + "}"));
            }
            else
            {
                quotes.Read(part.Text);
                text.Append(part.Text);
            }
        }

        return new(text.ToString(), values);
    }
}
