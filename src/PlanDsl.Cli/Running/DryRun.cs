using PlanDsl.Model;

namespace PlanDsl.Cli;

/// <summary>Tells what a run would do.</summary>
internal static class DryRun
{
    public static void Write(ToolConsole console, PlanModel plan, string format)
    {
        switch (format)
        {
            case "json":
                JsonText.WriteIndented(console.Output, plan, RunJson.WritePending);
                break;
            case "jsonl":
                JsonText.WriteLine(console.Output, plan, RunJson.WritePending);
                break;
            default:
                console.Output.Write(LayerText.Of(plan));
                console.Output.WriteLine("Nothing was run.");
                break;
        }
    }
}
