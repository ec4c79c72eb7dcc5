namespace PlanDsl;

/// <summary>A process has ended with a nonzero exit code: a failure of kind <see cref="FailureKind.ExitCode"/>. The message names
/// the command and has the last lines that it wrote about it.</summary>
public sealed class ExitCodeException : Exception
{
    internal ExitCodeException(string command, CommandResult result)
        : base(ExitText.Of(command, result))
    {
        Command = command;
        ExitCode = result.ExitCode;
        Stdout = result.Stdout;
        Stderr = result.Stderr;
    }

    /// <summary>The exit code; where a signal has ended the process, 128 and the signal's number.</summary>
    public int ExitCode { get; }

    /// <summary>The last 64 KiB that the process has written to its standard output, without the final newline.</summary>
    public string Stdout { get; }

    /// <summary>The last 64 KiB that the process has written to its standard error, without the final newline.</summary>
    public string Stderr { get; }

    /// <summary>The program, as the plan names it.</summary>
    internal string Command { get; }

    /// <summary>Whether the process has written more before <see cref="Stdout"/>.</summary>
    internal bool IsStdoutCut { get; init; }

    /// <summary>Whether the process has written more before <see cref="Stderr"/>.</summary>
    internal bool IsStderrCut { get; init; }
}
