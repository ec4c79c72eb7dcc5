using System.Diagnostics;
using System.Reflection;

namespace PlanDsl.Generators.Tests;

/// <summary>A compiled plan in a process of its own, whose serializer does without reflection: what one that is compiled ahead of time has.</summary>
public sealed class UnreflectedTests : IDisposable
{
    private const int SigKill = 9;

    private static readonly string Program = typeof(UnreflectedTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(static data => data.Key == "UnreflectedProgram").Value!;

    private readonly string _directory = Directory.CreateTempSubdirectory("plandsl-").FullName;

    private string[] Done => [.. File.ReadAllLines(Path.Combine(_directory, "done")).Order(StringComparer.Ordinal)];

    public void Dispose() => Directory.Delete(_directory, recursive: true);

    [Theory]
    [InlineData("jsonl")]
    [InlineData("sqlite")]
    public async Task A_run_goes_on_in_another_process_by_what_a_context_knows_of_its_types(string kind)
    {
        Assert.Equal((128 + SigKill, ""), await RunAsync(kind, "die"));
        Assert.Equal(["orders", "prices 1", "prices 2", "sizes", "took"], Done);

        Assert.Equal((0, "1 20260102 5.00 Large, 2  0.20 Small by anna on 20260103"), await RunAsync(kind, "resume"));
        Assert.Equal(["orders", "pack", "prices 1", "prices 2", "show", "sizes", "took"], Done);
    }

    [Theory]
    [InlineData("enough", "The result of step 'sizes' of plan 'PlanDsl.Tests.DeliveryPlan' is of type 'System.Collections.Generic.Dictionary`2[System.String,PlanDsl.Tests.Size]', which cannot be recorded in a journal: ")]
    [InlineData("nothing", "The result of step 'orders' of plan 'PlanDsl.Tests.DeliveryPlan' is of type 'PlanDsl.Tests.Order[]', which cannot be recorded in a journal: ")]
    public async Task What_is_not_known_of_a_type_is_said_before_anything_is_done(string known, string refusal)
    {
        var (exitCode, output) = await RunAsync("jsonl", known);

        Assert.Equal(1, exitCode);
        Assert.StartsWith(refusal, output, StringComparison.Ordinal);
        Assert.EndsWith(" (PlanOptions.JsonOptions may say how, with a JsonSerializerContext that knows the type)", output, StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFileSystemEntries(_directory));
    }

    private async Task<(int ExitCode, string Output)> RunAsync(string kind, string act)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in (string[])["exec", Program, kind, _directory, act])
            start.ArgumentList.Add(argument);
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync().ConfigureAwait(false);
        await process.WaitForExitAsync().ConfigureAwait(false);
        Assert.Equal("", await error.ConfigureAwait(false));
        return (process.ExitCode, output.TrimEnd());
    }
}
