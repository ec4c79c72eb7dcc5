namespace PlanDsl.Cli.Tests;

/// <summary>What the tool wrote when it was called, and its exit code.</summary>
internal sealed record ToolRun(int ExitCode, string Output, string Error)
{
    /// <summary>Calls the tool in this process, as its users do in theirs.</summary>
    public static Task<ToolRun> OfAsync(params string[] args) => OfAsync(CancellationToken.None, args);

    /// <summary>Calls the tool in this process, and interrupts it when the token is cancelled.</summary>
    public static async Task<ToolRun> OfAsync(CancellationToken cancellationToken, params string[] args)
    {
        var output = new StringWriter { NewLine = "\n" };
        var error = new StringWriter { NewLine = "\n" };
        var exitCode = await Tool.InvokeAsync(args, new(output, error), cancellationToken);
        return new(exitCode, output.ToString(), error.ToString());
    }
}
