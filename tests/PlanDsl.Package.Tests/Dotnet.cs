using System.Diagnostics;
using System.Text;

namespace PlanDsl.Package.Tests;

/// <summary>Runs the SDK as a user's shell would.</summary>
internal static class Dotnet
{
    public static Task<DotnetResult> RunAsync(string workingDirectory, params string[] arguments) => RunProgramAsync(workingDirectory, "dotnet", arguments);

    /// <summary>Runs a program that the SDK has installed.</summary>
    public static async Task<DotnetResult> RunProgramAsync(string workingDirectory, string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = workingDirectory,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };

        // The test host's own MSBuild must not speak for the child's.
        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase)).ToArray())
            start.Environment.Remove(name);
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";

        using var process = new Process { StartInfo = start };
        var output = new StringBuilder();
        process.OutputDataReceived += Append;
        process.ErrorDataReceived += Append;
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        await process.WaitForExitAsync();
        return new(process.ExitCode, output.ToString());

        void Append(object sender, DataReceivedEventArgs line)
        {
            lock (output)
                output.Append(line.Data).Append('\n');
        }
    }
}

internal sealed record DotnetResult(int ExitCode, string Output)
{
    /// <summary>The distinct diagnostics of a build whose id starts with <paramref name="prefix"/>, without paths.</summary>
    public string[] Diagnostics(string prefix) =>
    [
        .. Output.Split('\n')
            .Where(line => line.Contains($": error {prefix}", StringComparison.Ordinal))
            .Select(line => line[(line.IndexOf(": error ", StringComparison.Ordinal) + ": error ".Length)..].Trim())
            .Distinct(),
    ];
}
