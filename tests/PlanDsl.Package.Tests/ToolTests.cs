using System.Reflection;

namespace PlanDsl.Package.Tests;

/// <summary>The tool, packed and installed as its users do it.</summary>
public sealed class ToolTests : IDisposable
{
    private const string Version = "0.0.1-test";

    private static readonly string Configuration =
        typeof(ToolTests).Assembly.GetCustomAttribute<AssemblyConfigurationAttribute>()!.Configuration;

    private readonly DirectoryInfo _root = Directory.CreateTempSubdirectory("plandsl-tool-");

    public void Dispose() => _root.Delete(recursive: true);

    [Fact]
    public async Task The_packed_tool_is_installed_and_runs_a_plan()
    {
        var feed = Path.Combine(_root.FullName, "feed");
        var project = Path.Combine(PackedPackage.RepositoryRoot(), "src", "PlanDsl.Cli", "PlanDsl.Cli.csproj");
        Succeeds(await Dotnet.RunAsync(_root.FullName, "pack", project, "--no-build", "-c", Configuration, "-o", feed, $"-p:Version={Version}", "-p:ToolRuntimes=any"));
        File.WriteAllText(Path.Combine(_root.FullName, "nuget.config"), """
            <configuration>
              <config><add key="globalPackagesFolder" value="packages" /></config>
              <packageSources><clear /><add key="feed" value="feed" /></packageSources>
            </configuration>
            """);
        Succeeds(await Dotnet.RunAsync(_root.FullName, "tool", "install", "PlanDsl.Cli", "--version", Version, "--tool-path", "tools"));
        File.WriteAllText(Path.Combine(_root.FullName, "greet.plan.json"), """
            { "plan_id": "greet", "steps": [ { "id": "greet", "command": "dotnet", "args": ["--version"] } ] }
            """);

        var help = await Dotnet.RunProgramAsync(_root.FullName, Path.Combine(_root.FullName, "tools", "plandsl"), "--help");
        var run = await Dotnet.RunProgramAsync(_root.FullName, Path.Combine(_root.FullName, "tools", "plandsl"), "run", "greet.plan.json");
        var runs = await Dotnet.RunProgramAsync(_root.FullName, Path.Combine(_root.FullName, "tools", "plandsl"), "runs");

        Assert.Contains("plandsl [command] [options]", Succeeds(help), StringComparison.Ordinal);
        Assert.Contains("greet succeeded", Succeeds(run), StringComparison.Ordinal);
        Assert.Contains("  greet  succeeded  ", Succeeds(runs), StringComparison.Ordinal);
    }

    private static string Succeeds(DotnetResult result)
    {
        Assert.True(result.ExitCode == 0, result.Output);
        return result.Output;
    }
}
