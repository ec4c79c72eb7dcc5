using System.CommandLine;
using System.Text.Json;

namespace PlanDsl.Cli;

/// <summary>A command that asks something of a run, whichever process executes it.</summary>
internal sealed class RequestCommand
{
    private readonly Argument<string> _run = RunArgument.Create();
    private readonly Option<string?> _journal = JournalOption.ToRead();
    private readonly Option<string> _format = FormatOption.Of("How it is said what was asked.", "text", "json");
    private readonly ToolConsole _console;

    private RequestCommand(ToolConsole console) => _console = console;

    /// <summary>Makes a command of what is special to one.</summary>
    /// <param name="command">The command, without what all have in common.</param>
    /// <param name="arguments">What is asked.</param>
    /// <param name="console">Where it writes.</param>
    /// <param name="requestOf">The request.</param>
    /// <param name="require">Sees that it is of use to a run; <see langword="null"/> where it always is.</param>
    /// <param name="textOf">What is said of it to a person.</param>
    public static Command Create(
        Command command, IEnumerable<Argument> arguments, ToolConsole console, Func<ParseResult, RunRequest> requestOf, Action<RunRequest, RunHistory>? require, Func<RunRequest, RunHistory, string> textOf)
    {
        var asking = new RequestCommand(console);
        command.Add(asking._run);
        foreach (var argument in arguments)
            command.Add(argument);
        command.Add(asking._journal);
        command.Add(asking._format);
        command.SetAction((asked, cancellationToken) => asking.AskAsync(asked, requestOf(asked), require, textOf, cancellationToken));
        return command;
    }

    private async Task<int> AskAsync(ParseResult asked, RunRequest request, Action<RunRequest, RunHistory>? require, Func<RunRequest, RunHistory, string> textOf, CancellationToken cancellationToken)
    {
        await using var journal = new EarlyJournal(JournalPlace.ToRead(asked.GetValue(_journal)), _console.Time);
        var run = await RunLookup.FindAsync(journal, asked.GetValue(_run)!, cancellationToken);
        RunLookup.RequireUnfinished(run, journal.Place);
        require?.Invoke(request, await RunHistory.ReadAsync(journal, run, cancellationToken));
        await journal.RequestAsync(run.RunId, request, cancellationToken);
        if (asked.GetValue(_format) is "json")
            JsonText.WriteIndented(_console.Output, (run, request), static (json, told) => Write(json, told.run, told.request));
        else
            _console.Output.WriteLine(textOf(request, await RunHistory.ReadAsync(journal, run, cancellationToken)));
        return ExitCodes.Success;
    }

    private static void Write(Utf8JsonWriter json, RunSummary run, RunRequest request)
    {
        json.WriteStartObject();
        json.WriteString("run_id", run.RunId);
        json.WriteString("request_id", request.Id);
        json.WriteString("type", request is RunSignalRequest ? "signal" : "cancel");
        if (request is RunSignalRequest signal)
            json.WriteString("signal", signal.Name);
        RunListJson.WriteOwner(json, run);
        json.WriteEndObject();
    }
}
