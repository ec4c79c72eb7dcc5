using System.CommandLine;

namespace PlanDsl.Cli;

/// <summary>The option <c>--let-go</c>.</summary>
internal static class LetGoOption
{
    public static Option<bool> Create() => new("--let-go") { Description = "Ends with exit code 0 as soon as the run does nothing but wait for signals; 'plandsl resume' goes on with it when they have come." };
}
