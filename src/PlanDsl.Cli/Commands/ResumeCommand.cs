using System.CommandLine;

namespace PlanDsl.Cli;

/// <summary><c>plandsl resume</c>: goes on with a run.</summary>
internal static class ResumeCommand
{
    public static Command Create(ToolConsole console)
    {
        var command = new Command("resume", "Goes on with a run whose process has died, or that was let go of. What is recorded to have ended is not done again.");
        var options = ResumeOptions.AddTo(command);
        var allowChanged = new Option<bool>("--allow-changed") { Description = "Goes on although the plan has changed, as long as every step that has begun is still there and returns the same." };
        command.Add(allowChanged);
        command.SetAction((asked, cancellationToken) =>
            new PlanResumer(options.Of(asked) with { AllowsChanged = asked.GetValue(allowChanged) }, console).RunAsync(cancellationToken));
        return command;
    }
}
