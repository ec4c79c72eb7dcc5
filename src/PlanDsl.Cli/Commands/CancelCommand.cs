using System.CommandLine;

namespace PlanDsl.Cli;

/// <summary><c>plandsl cancel</c>: cancels a run that another process executes.</summary>
internal static class CancelCommand
{
    public static Command Create(ToolConsole console) => RequestCommand.Create(
        new("cancel", "Cancels a run, whichever process executes it: commands are ended, and what cleans up still runs."),
        [],
        console,
        static _ => new RunCancelRequest(),
        require: null,
        static (_, history) => history.Summary is { Owner: { } owner }
            ? $"run {history.Summary.RunId} is asked to cancel, in {owner}"
            : $"run {history.Summary.RunId}, which nobody executes, cancels as soon as somebody goes on with it: {ToolCall.About(history.Place, "resume", history.Summary.RunId)}");
}
