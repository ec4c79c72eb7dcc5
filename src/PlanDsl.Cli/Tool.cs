using System.CommandLine;
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

    private static RootCommand RootOf(ToolConsole console) =>
        new("Runs, checks and draws plan files: processes of many steps, written as JSON.")
        {
            RunCommand.Create(console),
            ValidateCommand.Create(console),
            GraphCommand.Create(console),
            SchemaCommand.Create(console),
        };

    private static int Refuse(ParseResult asked, ToolConsole console)
    {
        foreach (var error in asked.Errors)
            console.Refuse(error.Message.ReplaceLineEndings(" "));
        var command = asked.CommandResult.Command is RootCommand ? "plandsl" : $"plandsl {asked.CommandResult.Command.Name}";
        console.Error.WriteLine($"'{command} --help' shows how it is used.");
        return ExitCodes.Unusable;
    }
}
