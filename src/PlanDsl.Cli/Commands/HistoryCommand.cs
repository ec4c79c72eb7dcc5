using System.CommandLine;
using System.Text.Json;

namespace PlanDsl.Cli;

/// <summary>A command that tells what is recorded of a run.</summary>
internal static class HistoryCommand
{
    /// <summary>Makes one.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="description">What it does.</param>
    /// <param name="formatting">What <c>--format</c> is for.</param>
    /// <param name="console">Where it writes.</param>
    /// <param name="writeText">Writes for a person.</param>
    /// <param name="writeJson">Writes for a program.</param>
    public static Command Create(
        string name, string description, string formatting, ToolConsole console, Action<ToolConsole, RunHistory> writeText, Action<Utf8JsonWriter, RunHistory> writeJson)
    {
        var run = RunArgument.Create();
        var journal = JournalOption.ToRead();
        var format = FormatOption.Of(formatting, "text", "json");
        var command = new Command(name, description) { run, journal, format };
        command.SetAction(async (asked, cancellationToken) =>
        {
            await using var opened = new EarlyJournal(JournalPlace.ToRead(asked.GetValue(journal)), console.Time);
            var history = await RunHistory.ReadAsync(opened, await RunLookup.FindAsync(opened, asked.GetValue(run)!, cancellationToken), cancellationToken);
            if (asked.GetValue(format) is "json")
                JsonText.WriteIndented(console.Output, history, writeJson);
            else
                writeText(console, history);
            return ExitCodes.Success;
        });
        return command;
    }
}
