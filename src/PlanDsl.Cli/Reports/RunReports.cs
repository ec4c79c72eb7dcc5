using PlanDsl.Model;

namespace PlanDsl.Cli;

/// <summary>The reports, by the names of their formats.</summary>
internal static class RunReports
{
    public static IRunReport Of(string format, ToolConsole console, PlanModel plan) => format switch
    {
        "json" => new JsonReport(console.Output),
        "jsonl" => new JsonLinesReport(console.Output),
        _ when console.IsTerminal => new LiveReport(console, plan),
        _ => new PlainReport(console.Output),
    };
}
