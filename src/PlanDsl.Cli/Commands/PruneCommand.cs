using System.CommandLine;
using System.Globalization;
using PlanDsl.Model;

namespace PlanDsl.Cli;

/// <summary><c>plandsl prune</c>: forgets runs that ended long ago.</summary>
internal static class PruneCommand
{
    public static Command Create(ToolConsole console)
    {
        var journal = JournalOption.ToRead();
        var age = new Option<TimeSpan>("--older-than")
        {
            Description = "How long ago a run has ended that is to be forgotten: 12h, 30d.",
            HelpName = "AGE",
            Required = true,
            CustomParser = static result =>
            {
                var text = result.Tokens[0].Value;
                if (new Duration(text).Value is { } time)
                    return time;
                result.AddError($"--older-than {text} is no length of time; write a number and its unit, such as 90m, 12h or 30d.");
                return default;
            },
        };
        var unfinished = new Option<bool>("--unfinished") { Description = "Also runs that have not ended, which nobody executes and of which nothing has been recorded for that long." };
        var unreadable = new Option<bool>("--unreadable") { Description = "Also runs whose record is damaged, which nobody executes; of a file that was written that long ago, in a database however old." };
        var dryRun = new Option<bool>("--dry-run") { Description = "Only says which runs these are." };
        var format = FormatOption.Of("How the runs are written.", "text", "json");
        var command = new Command("prune", "Forgets runs that have ended some time ago: what is recorded of them, and the output of their commands.") { age, unfinished, unreadable, dryRun, journal, format };
        command.SetAction(async (asked, cancellationToken) =>
        {
            await using var opened = new EarlyJournal(JournalPlace.ToRead(asked.GetValue(journal)), console.Time);
            var pruning = new RunPruning(opened, Before(console.Time.GetUtcNow(), asked.GetValue(age))) { TakesUnfinished = asked.GetValue(unfinished), TakesUnreadable = asked.GetValue(unreadable), IsDryRun = asked.GetValue(dryRun) };
            var runs = await pruning.RunAsync(cancellationToken);
            if (asked.GetValue(format) is "json")
                JsonText.WriteIndented(console.Output, runs, RunListJson.Write);
            else
                Write(console, runs, asked.GetValue(dryRun));
            return ExitCodes.Success;
        });
        return command;
    }

    private static DateTimeOffset Before(DateTimeOffset now, TimeSpan age) => age < now - DateTimeOffset.MinValue ? now - age : DateTimeOffset.MinValue;

    private static void Write(ToolConsole console, IReadOnlyList<RunSummary> runs, bool isDryRun)
    {
        if (runs.Count > 0)
            RunListText.Write(console, runs);
        console.Output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{Counts.Of(runs.Count, "run")} {(isDryRun ? "would be forgotten" : "forgotten")}"));
    }
}
