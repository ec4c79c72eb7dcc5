namespace PlanDsl.Cli.Tests;

/// <summary>What the tool wrote when it was called, and its exit code.</summary>
internal sealed record ToolRun(int ExitCode, string Output, string Error)
{
    /// <summary>Calls the tool in this process, as its users do in theirs. Runs are recorded only where a journal is named.</summary>
    public static Task<ToolRun> OfAsync(params string[] args) => OfAsync(CancellationToken.None, args);

    /// <summary>Calls the tool in this process, at a time of its own.</summary>
    public static Task<ToolRun> OfAsync(TimeProvider time, params string[] args) => OfAsync(time, args, CancellationToken.None);

    /// <summary>Calls the tool in this process, and interrupts it when the token is cancelled.</summary>
    public static Task<ToolRun> OfAsync(CancellationToken cancellationToken, params string[] args) => OfAsync(TimeProvider.System, args, cancellationToken);

    private static async Task<ToolRun> OfAsync(TimeProvider time, string[] args, CancellationToken cancellationToken)
    {
        var output = new StringWriter { NewLine = "\n" };
        var error = new StringWriter { NewLine = "\n" };
        string[] line = args is ["run", not "--help", ..] && !args.Contains("--journal") && !args.Contains("--no-journal") ? [.. args, "--no-journal"] : args;
        var exitCode = await Tool.InvokeAsync(line, new(output, error) { Time = time }, cancellationToken);
        return new(exitCode, output.ToString(), error.ToString());
    }
}
