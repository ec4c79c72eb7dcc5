using System.CommandLine;

namespace PlanDsl.Cli;

/// <summary><c>plandsl runs</c>: lists the runs that are recorded.</summary>
internal static class RunsCommand
{
    public static Command Create(ToolConsole console)
    {
        var journal = JournalOption.ToRead();
        var format = FormatOption.Of("How the runs are written.", "text", "json");
        var command = new Command("runs", "Lists the runs that are recorded, the latest first.") { journal, format };
        command.SetAction((asked, cancellationToken) => ListAsync(JournalPlace.ToRead(asked.GetValue(journal)), asked.GetValue(format)!, console, cancellationToken));
        return command;
    }

    private static async Task<int> ListAsync(JournalPlace place, string format, ToolConsole console, CancellationToken cancellationToken)
    {
        await using var journal = new EarlyJournal(place, console.Time);
        var runs = new List<RunSummary>();
        await foreach (var run in journal.RunsAsync(cancellationToken))
            runs.Add(run);
        if (format is "json")
            JsonText.WriteIndented(console.Output, runs, RunListJson.Write);
        else
            RunListText.Write(console, runs);
        return ExitCodes.Success;
    }
}
