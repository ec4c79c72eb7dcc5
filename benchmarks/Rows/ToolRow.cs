using System.ComponentModel;
using System.Diagnostics;

namespace PlanDsl.Benchmarks;

/// <summary>The tool as a whole process, which runs a plan of four commands that do nothing, against one that says hello, in turn; and, as the
/// least that can be asked for, a program that does nothing but start the four and read what they write.</summary>
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

    // Two of the four at once, as in the plan.
    private const string Starter = """
        using System.Diagnostics;

        await RunAsync();
        await System.Threading.Tasks.Task.WhenAll(RunAsync(), RunAsync());
        await RunAsync();

        static async System.Threading.Tasks.Task RunAsync()
        {
            using var process = Process.Start(new ProcessStartInfo("true") { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true })!;
            process.StandardInput.Close();
            await System.Threading.Tasks.Task.WhenAll(process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
            await process.WaitForExitAsync();
        }
        """;

    public string Name => "the tool as a process, 4 steps";

    public async Task<IReadOnlyList<Line>> MeasureAsync()
    {
        var directory = Directory.CreateTempSubdirectory("plandsl-hello-");
        try
        {
            var plan = Path.Combine(directory.FullName, "no_op.plan.json");
            await File.WriteAllTextAsync(plan, Plan);
            var hello = await BuildAsync(directory, "hello", "System.Console.WriteLine(\"Hello, World!\");");
            var starter = await BuildAsync(directory, "starter", Starter);

            var journal = Path.Combine(directory.FullName, "journal.db");
            string[][] commands = [[tool, "run", plan, "--no-journal"], [tool, "run", plan, "--journal", journal], ["dotnet", starter], ["dotnet", hello]];
            var times = Array.ConvertAll(commands, static _ => new List<double>());
            for (var round = -2; round < Rounds; round++)
            {
                for (var number = 0; number < commands.Length; number++)
                {
                    var time = await TimeAsync(commands[number][0], commands[number][1..]);
                    if (round >= 0)
                        times[number].Add(time);
                }
            }

            var (ofTool, recorded, ofStarter, ofHello) = (Meter.Median(times[0]), Meter.Median(times[1]), Meter.Median(times[2]), Meter.Median(times[3]));
            return
            [
                new(Name, "dotnet hello.dll", Figures.Ratio(ofTool / ofHello), $"≤ {Figures.Ratio(Target)}", ofTool / ofHello <= Target, $"{Figures.Time(ofTool)} : {Figures.Time(ofHello)}; {Figures.Rounds(Rounds)}"),
                new("the same, recorded", "dotnet hello.dll", Figures.Ratio(recorded / ofHello), "—", IsMet: null, Figures.Time(recorded)),
                new("a program that starts the four", "dotnet hello.dll", Figures.Ratio(ofStarter / ofHello), "—", IsMet: null, Figures.Time(ofStarter)),
                new(Name, "that program", Figures.Ratio(ofTool / ofStarter), "—", IsMet: null),
            ];
        }
        finally
        {
            directory.Delete(recursive: true);
        }
    }

    private static async Task<string> BuildAsync(DirectoryInfo directory, string name, string code)
    {
        var project = directory.CreateSubdirectory(name).FullName;
        await File.WriteAllTextAsync(Path.Combine(project, $"{name}.csproj"), Project);
        await File.WriteAllTextAsync(Path.Combine(project, "Program.cs"), code);
        await TimeAsync("dotnet", "build", project, "-c", "Release", "-o", Path.Combine(project, "out"));
        return Path.Combine(project, "out", $"{name}.dll");
    }

    private static async Task<double> TimeAsync(string program, params string[] arguments)
    {
        var start = TimeProvider.System.GetTimestamp();
        using var process = Start(program, arguments);
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode == 0 ? TimeProvider.System.GetElapsedTime(start).TotalNanoseconds : throw new InvalidOperationException($"'{program}' has failed: {output}");
    }

    private static Process Start(string program, string[] arguments)
    {
        try
        {
            return Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true })!;
        }
        catch (Win32Exception fault)
        {
            throw new UsageException($"'{program}' cannot be started: {fault.Message}");
        }
    }
}
