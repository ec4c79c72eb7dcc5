using System.Globalization;

namespace PlanDsl;

/// <summary>What a person is told of a nonzero exit code.</summary>
internal static class ExitText
{
    private const int MaxLines = 10;
    private const int MaxLength = 1000;

    /// <summary>Such as <c>Command 'git' ended with exit code 128: fatal: not a git repository</c>. The arguments are left out, since they
    /// may hold secrets.</summary>
    public static string Of(string command, CommandResult result)
    {
        var text = string.Create(CultureInfo.InvariantCulture, $"Command '{command}' ended with exit code {result.ExitCode}");
        var written = LastLines(result.Stderr);
        if (written.Length == 0)
            written = LastLines(result.Stdout);
        return written switch
        {
            "" => text + ", and wrote nothing.",
            _ when written.Contains('\n', StringComparison.Ordinal) => $"{text}:\n{written}",
            _ => $"{text}: {written}",
        };
    }

    private static string LastLines(string text)
    {
        var tail = text.AsSpan().TrimEnd();
        var start = tail.Length;
        for (var lines = 0; lines < MaxLines && start > 0; lines++)
            start = tail[..start].LastIndexOf('\n') is var newline and >= 0 ? newline : 0;
        var first = Math.Max(start, tail.Length - MaxLength);
        if (first > 0 && first < tail.Length && char.IsLowSurrogate(tail[first]))
            first++;
        return tail[first..].Trim().ToString();
    }
}
