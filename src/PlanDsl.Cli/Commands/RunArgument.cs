using System.CommandLine;

namespace PlanDsl.Cli;

/// <summary>The argument that names a run.</summary>
internal static class RunArgument
{
    public static Argument<string> Create() => new("RUN") { Description = "The run: its id, the beginning of it, or 'latest' for the one that was started last." };
}
