namespace RepoAudit;

/// <summary>How to write to the terminal: with colours and a line that changes, or plainly.</summary>
internal sealed class Style(bool isLive)
{
    private const string ClearLine = "\r\e[K";

    /// <summary>Plain where the output is no terminal, or the user wants no colours (no-color.org).</summary>
    public static Style OfConsole { get; } = new(
        !Console.IsOutputRedirected
        && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"))
        && Environment.GetEnvironmentVariable("TERM") is not "dumb");

    public string Good(string text) => Coloured(text, 32);

    public string Warning(string text) => Coloured(text, 33);

    public string Quiet(string text) => Coloured(text, 90);

    public void WriteLine(TextWriter output, string line) => Write(output, isLive ? $"{ClearLine}{line}\n" : $"{line}\n");

    /// <summary>Shows a text that the next line, or the next such text, replaces. Plainly, nothing.</summary>
    public void ShowBelow(TextWriter output, string text)
    {
        if (isLive)
        {
            var width = Console.WindowWidth is > 0 and var known ? known : 80;
            var fits = Math.Clamp(width - 12, 0, text.Length);
            Write(output, text.Length > 0 ? $"{ClearLine}{Quiet($"  running {text[..fits]}")}" : ClearLine);
        }
    }

    private string Coloured(string text, int colour) => isLive ? $"\e[{colour}m{text}\e[0m" : text;

    private static void Write(TextWriter output, string text)
    {
        try
        {
            output.Write(text);
            output.Flush();
        }
        catch (IOException)
        {
            // A terminal that went away, or a full disk behind it, is no reason to stop.
        }
    }
}
