using System.CommandLine;
using System.Globalization;

namespace PlanDsl.Cli;

/// <summary><c>plandsl run</c>: runs a plan.</summary>
internal static class RunCommand
{
    // What a timer can wait: 49 days.
    private const double LongestTimeout = 4_294_967;

    public static Command Create(ToolConsole console)
    {
        var path = new Argument<string>("PLAN.json") { Description = "The plan file to run." };
        var variables = new Option<string[]>("--var") { Description = "An input of the plan, or a variable; may be given many times.", HelpName = "KEY=VALUE" };
        var maxParallel = new Option<string>("--max-parallel") { Description = "How many steps may run at once, at most as many as the plan allows.", HelpName = "N" };
        var timeout = new Option<string>("--timeout") { Description = "How long the run may take, at most as long as the plan allows.", HelpName = "SECONDS" };
        var format = FormatOption.Of("How the run is told.", "pretty", "json", "jsonl");
        var dryRun = new Option<bool>("--dry-run") { Description = "Checks the plan and tells in which order its steps would run. Nothing is run." };
        var agents = new Option<string>("--agent-command") { Description = "The command that agents are: it reads the request as JSON and writes the result as JSON.", HelpName = "CMD" };
        var journal = JournalOption.ToWrite();
        var noJournal = new Option<bool>("--no-journal") { Description = "The run is not recorded, and cannot be gone on with if it is interrupted." };
        var letGo = LetGoOption.Create();
        AssignmentOption.Require(variables, isSecret: false);
        Require(maxParallel, static text => CountOf(text) is not null, "a whole number of 1 or more");
        Require(timeout, static text => TimeOf(text) is not null, "a number of seconds above 0");
        var command = new Command("run", "Runs a plan, and records the run. Ctrl-C cancels the run and lets it end cleanly, a second one ends it at once.") { path, variables };
        var secrets = SecretOptions.AddTo(command);
        foreach (var option in (Option[])[maxParallel, timeout, format, dryRun, agents, journal, noJournal, letGo])
            command.Add(option);
        OneOf.Require(command, journal, noJournal, "--journal and --no-journal cannot both be; leave one out.");
        OneOf.Require(command, noJournal, letGo, "A run with --no-journal cannot be gone on with, so --let-go cannot let go of it; leave one out.");
        command.SetAction((asked, cancellationToken) =>
        {
            var settings = new RunSettings(asked.GetValue(path)!, asked.GetValue(format)!)
            {
                Variables = asked.GetValue(variables) ?? [],
                MaxParallel = CountOf(asked.GetValue(maxParallel)),
                Timeout = TimeOf(asked.GetValue(timeout)),
                IsDryRun = asked.GetValue(dryRun),
                AgentCommand = asked.GetValue(agents),
                Secrets = secrets.Of(asked),
                Journal = asked.GetValue(noJournal) || asked.GetValue(dryRun) ? null : JournalPlace.ToWrite(asked.GetValue(journal)),
                LetsGo = asked.GetValue(letGo),
            };
            return new PlanRunner(settings, console).RunAsync(cancellationToken);
        });
        return command;
    }

    private static int? CountOf(string? text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count > 0 ? count : null;

    private static TimeSpan? TimeOf(string? text) =>
        double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var seconds) && seconds is > 0 and <= LongestTimeout ? TimeSpan.FromSeconds(seconds) : null;

    // Not by options of these types: what the parser is generic over such a type is compiled when the tool runs.
    private static void Require(Option<string> option, Func<string, bool> isSound, string what) => option.Validators.Add(result =>
    {
        if (result.Tokens is [var token] && !isSound(token.Value))
            result.AddError($"{option.Name} {token.Value} is not {what}.");
    });
}
