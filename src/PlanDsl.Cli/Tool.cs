using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace PlanDsl.Cli;

/// <summary>The tool as a whole: what a command line asks for, and the exit code that comes of it.</summary>
internal static class Tool
{
    private static readonly (string Name, Func<ToolConsole, Command> Create)[] Commands =
    [
        ("run", RunCommand.Create),
        ("validate", ValidateCommand.Create),
        ("graph", GraphCommand.Create),
        ("schema", SchemaCommand.Create),
        ("runs", RunsCommand.Create),
        ("status", StatusCommand.Create),
        ("steps", StepsCommand.Create),
        ("events", EventsCommand.Create),
        ("logs", LogsCommand.Create),
        ("resume", ResumeCommand.Create),
        ("rerun", RerunCommand.Create),
        ("cancel", CancelCommand.Create),
        ("signal", SignalCommand.Create),
        ("prune", PruneCommand.Create),
    ];

    /// <summary>Does what <paramref name="args"/> ask for.</summary>
    /// <param name="args">The command line without the name of the tool.</param>
    /// <param name="console">Where the tool writes.</param>
    /// <param name="cancellationToken">Interrupts a run.</param>
    /// <returns>The exit code, one of <see cref="ExitCodes"/>.</returns>
    public static async Task<int> InvokeAsync(string[] args, ToolConsole console, CancellationToken cancellationToken = default)
    {
        var asked = RootOf(console, args).Parse(args);
        if (asked.Action is ParseErrorAction)
            return Refuse(asked, console);
        var configuration = new InvocationConfiguration
        {
            Output = console.Output,
            Error = console.Error,
            EnableDefaultExceptionHandler = false,
            ProcessTerminationTimeout = null,
        };
        try
        {
            return await asked.InvokeAsync(configuration, cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return ExitCodes.Interrupted;
        }
        catch (Exception problem) when (problem is UsageException or JournalException or IOException or UnauthorizedAccessException)
        {
            console.Refuse(problem.Message.ReplaceLineEndings(" "));
            return ExitCodes.Unusable;
        }
    }

    // No RootCommand, whose name is that of the assembly. Where it is known which command is asked for, only that is made: to make the
    // others is as much work as a small plan.
    private static Command RootOf(ToolConsole console, string[] args)
    {
        var root = new Command("plandsl", "Runs, checks and draws plan files: processes of many steps, written as JSON.")
        {
            new HelpOption(),
            new VersionOption { Action = new VersionAction(console) },
        };
        var first = args is [var word, ..] ? word : "";
        var isKnown = Array.Exists(Commands, command => command.Name == first);
        foreach (var (name, create) in Commands)
        {
            if (!isKnown || name == first)
                root.Add(create(console));
        }

        return root;
    }

    private static int Refuse(ParseResult asked, ToolConsole console)
    {
        console.Refuse(CommandLineFault.Of(asked));
        return ExitCodes.Unusable;
    }
}
