using System.CommandLine;

namespace PlanDsl.Cli;

/// <summary><c>plandsl steps</c>: lists the steps of a run.</summary>
internal static class StepsCommand
{
    public static Command Create(ToolConsole console) => HistoryCommand.Create(
        "steps", "Lists the steps of a run and what they consist of.", "How the steps are written.", console,
        static (console, history) => StepListText.Write(console, history),
        static (json, history) => StepListJson.Write(json, history));
}
