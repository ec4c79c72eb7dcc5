using System.Diagnostics;

namespace PlanDsl.Benchmarks;

/// <summary>The tool as a whole process, which runs a plan of four commands that do nothing, against one that says hello, in turn.</summary>
/// <param name="tool">The tool: a path, or a name on the <c>PATH</c>.</param>
internal sealed class ToolRow(string tool) : IRow
{
    private const int Rounds = 21;
    private const double Target = 2;

    private const string Plan = """
        { "plan_id": "no_op", "steps": [
          { "id": "a", "command": "true" },
          { "id": "b", "command": "true", "depends_on": ["a"] },
          { "id": "c", "command": "true", "depends_on": ["a"] },
          { "id": "d", "command": "true", "depends_on": ["b", "c"] } ] }
        """;

    private const string Project = """
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup>
            <OutputType>Exe</OutputType>
            <TargetFramework>net10.0</TargetFramework>
          </PropertyGroup>
        </Project>
        """;

    public string Name => "the tool as a process, 4 steps";

    public async Task<IReadOnlyList<Line>> MeasureAsync()
    {
        var directory = Directory.CreateTempSubdirectory("plandsl-hello-");
        try
        {
            var plan = Path.Combine(directory.FullName, "no_op.plan.json");
            await File.WriteAllTextAsync(plan, Plan);
            await File.WriteAllTextAsync(Path.Combine(directory.FullName, "hello.csproj"), Project);
            await File.WriteAllTextAsync(Path.Combine(directory.FullName, "Program.cs"), "System.Console.WriteLine(\"Hello, World!\");");
            await TimeAsync("dotnet", "build", directory.FullName, "-c", "Release", "-o", Path.Combine(directory.FullName, "out"));
            var hello = Path.Combine(directory.FullName, "out", "hello.dll");

            var (ofTool, ofHello) = (new List<double>(), new List<double>());
            for (var round = -2; round < Rounds; round++)
            {
                var (run, said) = (await TimeAsync(tool, "run", plan), await TimeAsync("dotnet", hello));
                if (round < 0)
                    continue;
                ofTool.Add(run);
                ofHello.Add(said);
            }

            var ratio = Meter.Median(ofTool) / Meter.Median(ofHello);
            return [new(Name, "dotnet hello.dll", Figures.Ratio(ratio), $"≤ {Figures.Ratio(Target)}", ratio <= Target, $"{Figures.Time(Meter.Median(ofTool))} : {Figures.Time(Meter.Median(ofHello))}; {Figures.Rounds(Rounds)}")];
        }
        finally
        {
            directory.Delete(recursive: true);
        }
    }

    private static async Task<double> TimeAsync(string program, params string[] arguments)
    {
        var start = TimeProvider.System.GetTimestamp();
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true })!;
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode == 0 ? TimeProvider.System.GetElapsedTime(start).TotalNanoseconds : throw new InvalidOperationException($"'{program}' has failed: {output}");
    }
}
