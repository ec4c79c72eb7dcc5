using System.Text;

namespace PlanDsl.Cli;

/// <summary>Where the tool writes, and what is known of who reads it.</summary>
/// <param name="output">What was asked for.</param>
/// <param name="error">What was wrong with the asking, and what a run has to say beside its result.</param>
internal sealed class ToolConsole(TextWriter output, TextWriter error)
{
    private volatile bool _hidesCursor;

    /// <summary>What was asked for.</summary>
    public TextWriter Output { get; } = output;

    /// <summary>What was wrong with the asking.</summary>
    public TextWriter Error { get; } = error;

    /// <summary>Whether a person watches the output, on a terminal that can move its cursor.</summary>
    public bool IsTerminal { get; init; }

    /// <summary>Where the tool's own time comes from.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>Whether the terminal shows no cursor now, because a table is drawn there.</summary>
    public bool HidesCursor
    {
        get => _hidesCursor;
        set => _hidesCursor = value;
    }

    /// <summary>The streams of this process.</summary>
    public static ToolConsole OfProcess()
    {
        // Without a byte order mark, and in whole lines instead of single writes.
        var encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        return new(
            TextWriter.Synchronized(new StreamWriter(System.Console.OpenStandardOutput(), encoding) { AutoFlush = true, NewLine = "\n" }),
            new StreamWriter(System.Console.OpenStandardError(), encoding) { AutoFlush = true, NewLine = "\n" })
        {
            IsTerminal = !System.Console.IsOutputRedirected && !IsPlain(Environment.GetEnvironmentVariable),
        };
    }

    /// <summary>Whether the environment asks for text without escape codes.</summary>
    /// <param name="environment">The value of a variable, <see langword="null"/> where it is not set.</param>
    public static bool IsPlain(Func<string, string?> environment) =>
        environment("NO_COLOR") is { Length: > 0 } || environment("TERM") is "dumb" || environment("CI") is { Length: > 0 };

    /// <summary>Has the terminal show its cursor again, in a line of its own, where whoever hides it will not come to that. Another thread may be writing.</summary>
    public void ShowCursor()
    {
        if (!HidesCursor)
            return;
        HidesCursor = false;
        Output.Write("\u001b[?25h\n");
    }

    /// <summary>Says in a line what is wrong.</summary>
    public void Refuse(string problem) => Error.WriteLine($"plandsl: {problem}");
}
