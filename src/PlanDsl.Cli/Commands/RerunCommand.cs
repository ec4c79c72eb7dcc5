using System.CommandLine;

namespace PlanDsl.Cli;

/// <summary><c>plandsl rerun</c>: does a run again from a step on.</summary>
internal static class RerunCommand
{
    public static Command Create(ToolConsole console)
    {
        var command = new Command("rerun", "Does a run again from a step on, as a new run: what was finished before that step is taken over. The plan may have changed from there on.");
        var from = new Option<string>("--from") { Description = "The step: it and all that comes after it is done again, and what was not finished.", HelpName = "STEP", Required = true };
        var options = ResumeOptions.AddTo(command);
        command.Add(from);
        command.SetAction((asked, cancellationToken) =>
            new PlanResumer(options.Of(asked) with { From = asked.GetValue(from) }, console).RunAsync(cancellationToken));
        return command;
    }
}
