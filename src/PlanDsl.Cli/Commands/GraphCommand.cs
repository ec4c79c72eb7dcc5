using System.CommandLine;

namespace PlanDsl.Cli;

/// <summary><c>plandsl graph</c>: draws a plan.</summary>
internal static class GraphCommand
{
    public static Command Create(ToolConsole console)
    {
        var path = new Argument<string>("PLAN.json") { Description = "The plan file to draw." };
        var format = FormatOption.RequiredOf("What is drawn.", "mermaid", "dot", "svg", "text");
        var command = new Command("graph", "Draws the steps of a plan and what they wait for. Nothing is run.") { path, format };
        command.SetAction(asked => Draw(asked.GetValue(path)!, asked.GetValue(format)!, console));
        return command;
    }

    private static int Draw(string path, string format, ToolConsole console)
    {
        var file = CheckedFile.Read(path);
        if (!file.IsSound)
            return InvalidPlan.Refuse(file, console);
        console.Output.Write(format switch
        {
            "mermaid" => new PlanDefinition(PlanTable.From(file.Model)).ToMermaid(),
            "dot" => new PlanDefinition(PlanTable.From(file.Model)).ToDot(),
            "svg" => SvgPicture.Of(file.Model),
            _ => LayerText.Of(file.Model),
        });
        return ExitCodes.Success;
    }
}
