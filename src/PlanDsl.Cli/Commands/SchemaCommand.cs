using System.CommandLine;
using PlanDsl.Model;

namespace PlanDsl.Cli;

/// <summary><c>plandsl schema</c>: writes the JSON Schema of plan files, by which editors complete and explain them.</summary>
internal static class SchemaCommand
{
    public static Command Create(ToolConsole console)
    {
        var command = new Command("schema", "Writes the JSON Schema of plan files, by which editors complete and explain them.");
        command.SetAction(_ =>
        {
            console.Output.WriteLine(PlanFileSchema.Json.TrimEnd());
            return ExitCodes.Success;
        });
        return command;
    }
}
