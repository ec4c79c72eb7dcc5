using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace PlanDsl.Cli;

/// <summary>The tool as a whole: what a command line asks for, and the exit code that comes of it.</summary>
internal static class Tool
{
    /// <summary>Does what <paramref name="args"/> ask for.</summary>
    /// <param name="args">The command line without the name of the tool.</param>
    /// <param name="console">Where the tool writes.</param>
    /// <param name="cancellationToken">Interrupts a run.</param>
    /// <returns>The exit code, one of <see cref="ExitCodes"/>.</returns>
    public static async Task<int> InvokeAsync(string[] args, ToolConsole console, CancellationToken cancellationToken = default)
    {
        var asked = RootOf(console).Parse(args);
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
        catch (UsageException problem)
        {
            console.Refuse(problem.Message);
            return ExitCodes.Unusable;
        }
    }

    // No RootCommand, whose name is that of the assembly.
    private static Command RootOf(ToolConsole console) =>
        new("plandsl", "Runs, checks and draws plan files: processes of many steps, written as JSON.")
        {
            RunCommand.Create(console),
            ValidateCommand.Create(console),
            GraphCommand.Create(console),
            SchemaCommand.Create(console),
            new HelpOption(),
            new VersionOption { Action = new VersionAction(console) },
        };

    private static int Refuse(ParseResult asked, ToolConsole console)
    {
        console.Refuse(CommandLineFault.Of(asked));
        return ExitCodes.Unusable;
    }
}
