using System.CommandLine;
using System.Globalization;

namespace PlanDsl.Cli;

/// <summary><c>plandsl logs</c>: writes what the command of a step has written.</summary>
internal static class LogsCommand
{
    public static Command Create(ToolConsole console)
    {
        var run = RunArgument.Create();
        var step = new Argument<string>("STEP") { Description = "The step, by its id; or what one consists of, by its path as 'plandsl steps' has it: each[0], loop#1, group/member, plan/step." };
        var attempt = new Option<int?>("--attempt")
        {
            Description = "Which attempt; the last by default.",
            HelpName = "N",
            CustomParser = static result =>
            {
                if (int.TryParse(result.Tokens[0].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0)
                    return number;
                result.AddError($"--attempt {result.Tokens[0].Value} is not a whole number of 1 or more.");
                return null;
            },
        };
        var all = new Option<bool>("--all") { Description = "All attempts, each under a line that says which." };
        var stdout = new Option<bool>("--stdout") { Description = "Only the standard output." };
        var stderr = new Option<bool>("--stderr") { Description = "Only the standard error." };
        var journal = JournalOption.ToRead();
        var format = FormatOption.Of("How the output is written. As text it goes to where the command wrote it: to the standard output, or to the standard error.", "text", "json");
        var command = new Command("logs", "Writes what the command of a step has written, also while it runs.") { run, step, attempt, all, stdout, stderr, journal, format };
        OneOf.Require(command, attempt, all, "--attempt and --all cannot both be; leave one out.");
        command.SetAction(async (asked, cancellationToken) =>
        {
            await using var opened = new EarlyJournal(JournalPlace.ToRead(asked.GetValue(journal)), console.Time);
            var history = await RunHistory.ReadAsync(opened, await RunLookup.FindAsync(opened, asked.GetValue(run)!, cancellationToken), cancellationToken);
            var both = asked.GetValue(stdout) == asked.GetValue(stderr);
            var logs = new StepLogs(history, await RunLookup.ParentsOfAsync(opened, history.Summary, cancellationToken), opened.Place.Files, asked.GetValue(step)!)
            {
                Attempt = asked.GetValue(attempt),
                AreAllWanted = asked.GetValue(all),
                IsOutputWanted = both || asked.GetValue(stdout),
                IsErrorWanted = both || asked.GetValue(stderr),
            };
            if (asked.GetValue(format) is "json")
                JsonText.WriteIndented(console.Output, logs.Find(), StepLogsText.Write);
            else
                StepLogsText.Write(console, logs.Find(), logs.AreAllWanted);
            return ExitCodes.Success;
        });
        return command;
    }
}
