namespace PlanDsl;

/// <summary>What a command is started with: a program and its arguments, or a text for the platform's shell. Immutable.</summary>
internal sealed record CommandStart
{
    private CommandStart(string program) => Program = program;

    /// <summary>The program, as the plan names it.</summary>
    public string Program { get; }

    /// <summary>The program's arguments, each of which it receives as it stands here.</summary>
    public IReadOnlyList<string> Arguments { get; private init; } = [];

    /// <summary>The text that the platform's shell is to read; <see langword="null"/> where no shell is asked for.</summary>
    public ShellText? Shell { get; private init; }

    /// <summary>The directory to run in, by itself or relative to that of this process; <see langword="null"/> for the latter.</summary>
    public string? WorkingDirectory { get; init; }

    /// <summary>What is laid over the environment of this process: later entries win, and <see langword="null"/> removes a variable.</summary>
    public IEnumerable<KeyValuePair<string, string?>> Environment { get; init; } = [];

    /// <summary>What the run that it belongs to does not tell; <see langword="null"/> for nothing.</summary>
    public RunSecrets? Secrets { get; init; }

    /// <summary>Whether it is the command of a step, so that <c>cwd</c>, <c>env</c> and <c>shell</c> can be written beside it, and be told of.</summary>
    public bool IsOfStep { get; init; } = true;

    /// <summary>What the command reads from its standard input, which ends after that.</summary>
    public ReadOnlyMemory<byte> Input { get; init; }

    /// <summary>Receives every byte of the standard output as it comes, and is not disposed of. Two streams are never the same:
    /// both are written to at once.</summary>
    public Stream? StdoutCopy { get; init; }

    /// <summary>Receives every byte of the standard error, as <see cref="StdoutCopy"/> does of the standard output.</summary>
    public Stream? StderrCopy { get; init; }

    /// <summary>Where it is written down that the process runs, as long as it does; <see langword="null"/> for nowhere.</summary>
    public ProcessLog? Processes { get; init; }

    /// <summary>A program that is run without any shell.</summary>
    public static CommandStart Of(string program, IReadOnlyList<string> arguments) => new(program) { Arguments = arguments };

    /// <summary>A text for the shell, followed by arguments that are one word each.</summary>
    public static CommandStart OfShell(IEnumerable<CommandPart> text, IEnumerable<string> arguments)
    {
        CommandPart[] parts = [.. text, .. arguments.SelectMany(static argument => new[] { CommandPart.Literal(" "), CommandPart.Value(argument) })];
        return OperatingSystem.IsWindows()
            ? new(WindowsShell.Program) { Shell = WindowsShell.Write(parts) }
            : new(PosixShell.Program) { Shell = PosixShell.Write(parts) };
    }
}
