using System.CommandLine;

namespace PlanDsl.Cli;

/// <summary><c>plandsl status</c>: says how a run stands.</summary>
internal static class StatusCommand
{
    public static Command Create(ToolConsole console) => HistoryCommand.Create(
        "status", "Says how a run stands: how far it is, what it waits for, what was asked of it and not yet taken, what went wrong.", "How it is written.", console,
        static (console, history) => RunStatusText.Write(console, history),
        (json, history) => RunStatusJson.Write(json, history, console.Time.GetUtcNow()));
}
