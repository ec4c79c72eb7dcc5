using System.ComponentModel;

namespace PlanDsl;

/// <summary>A command that a step of a compiled plan file runs. Immutable. For generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class StepCommand
{
    private readonly CommandStart _start;

    private StepCommand(CommandStart start) => _start = start;

    /// <summary>A program that is run without any shell.</summary>
    /// <param name="program">The program.</param>
    /// <param name="arguments">Its arguments, each of which it receives as it is.</param>
    public StepCommand(string program, params IReadOnlyList<string> arguments)
        : this(CommandStart.Of(program, arguments))
    {
    }

    /// <summary>A text that the platform's shell reads.</summary>
    /// <param name="text">The text. Values in it reach the shell as one word each, whatever is in them.</param>
    /// <param name="arguments">Words that follow it, one each.</param>
    /// <param name="workingDirectory">As <see cref="WorkingDirectory"/>.</param>
    /// <param name="environment">As <see cref="Environment"/>.</param>
    public static StepCommand Shell(
        ShellTextHandler text, IReadOnlyList<string> arguments, string? workingDirectory = null, StepEnvironment? environment = null) =>
        new(CommandStart.OfShell(text.Parts, arguments)) { WorkingDirectory = workingDirectory, Environment = environment };

    /// <summary>The directory to run in; <see langword="null"/>, the default, for that of this process.</summary>
    public string? WorkingDirectory { get; init; }

    /// <summary>What is laid over the environment of this process. Nothing by default.</summary>
    public StepEnvironment? Environment { get; init; }

    /// <summary>Runs it.</summary>
    /// <param name="context">The attempt, whose token ends the command.</param>
    /// <returns>What the command has left.</returns>
    public Task<CommandResult> RunAsync(StepContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return RunAsync(context, context.CancellationToken);
    }

    /// <summary>Runs it under another token than that of the attempt.</summary>
    /// <param name="context">The attempt.</param>
    /// <param name="cancellationToken">Ends the command.</param>
    /// <returns>What the command has left.</returns>
    public async Task<CommandResult> RunAsync(StepContext context, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        var start = _start with { WorkingDirectory = WorkingDirectory, Environment = Environment?.Variables ?? [], Secrets = context.Run.Secrets };
        using var kept = context.Run.Folder?.Keep(start, context);
        return await new CommandRunner(context.Run.Time).RunAsync(kept?.Start ?? start, cancellationToken).ConfigureAwait(false);
    }
}
