using System.CommandLine;
using System.CommandLine.Invocation;

namespace PlanDsl.Cli;

/// <summary>Writes the version of the tool.</summary>
internal sealed class VersionAction(ToolConsole console) : SynchronousCommandLineAction
{
    public override int Invoke(ParseResult parseResult)
    {
        console.Output.WriteLine(ToolVersion.Text);
        return ExitCodes.Success;
    }
}
