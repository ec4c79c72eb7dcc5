using System.IO.Compression;

namespace PlanDsl.Package.Tests;

public sealed class ConsumerTests(PackedPackage package) : IClassFixture<PackedPackage>
{
    private const string Program =
        """
        using PlanDsl;

        var results = await new GreetingPlan("Hello").RunAsync("world");
        Console.WriteLine(results.Greet);

        [Plan]
        public partial class GreetingPlan(string word)
        {
            [Step]
            private static string Capitalize([Input] string name) => name.ToUpperInvariant();

            [Step]
            private string Greet(string capitalize) => $"{word}, {capitalize}!";
        }
        """;

    [Fact]
    public void The_package_holds_the_runtime_and_the_whole_closure_of_the_compiler_parts()
    {
        using var zip = ZipFile.OpenRead(package.PackagePath);
        string[] expected =
        [
            "analyzers/dotnet/cs/PlanDsl.Analyzers.dll", "analyzers/dotnet/cs/PlanDsl.CodeFixes.dll",
            "analyzers/dotnet/cs/PlanDsl.Compiler.dll", "analyzers/dotnet/cs/PlanDsl.Generators.dll",
            "analyzers/dotnet/cs/PlanDsl.Model.dll", "buildTransitive/PlanDsl.props",
            "lib/net10.0/PlanDsl.Model.dll", "lib/net10.0/PlanDsl.Model.xml", "lib/net10.0/PlanDsl.dll", "lib/net10.0/PlanDsl.xml",
        ];

        var shipped = zip.Entries.Select(entry => entry.FullName)
            .Where(name => name.StartsWith("lib/", StringComparison.Ordinal) || name.StartsWith("analyzers/", StringComparison.Ordinal) || name.StartsWith("build", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal);

        Assert.Equal(expected.Order(StringComparer.Ordinal), shipped);
    }

    [Fact]
    public void Its_readme_links_to_nothing_that_only_the_repository_has()
    {
        using var zip = ZipFile.OpenRead(package.PackagePath);
        using var readme = new StreamReader(zip.GetEntry("README.md")!.Open());

        Assert.DoesNotMatch(@"\]\((?!https://)", readme.ReadToEnd());
    }

    [Fact]
    public async Task A_project_that_references_the_package_runs_its_plan()
    {
        var consumer = package.CreateConsumer("Consumer", Program);

        var run = await Dotnet.RunAsync(consumer, "run");

        Assert.True(run.ExitCode == 0, run.Output);
        Assert.Contains("Hello, WORLD!", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_broken_plan_fails_the_build_with_one_error_that_names_the_remedy()
    {
        var consumer = package.CreateConsumer("Broken", Program.Replace("string capitalize)", "string capitalise)", StringComparison.Ordinal).Replace("{capitalize}", "{capitalise}", StringComparison.Ordinal));

        var build = await Dotnet.RunAsync(consumer, "build");

        Assert.Equal(1, build.ExitCode);
        var error = Assert.Single(build.Diagnostics(""));
        Assert.StartsWith("PLAN0201", error, StringComparison.Ordinal);
        Assert.Contains("did you mean 'capitalize'?", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_broken_plan_does_not_slip_through_where_analyzers_are_off_or_the_rule_is_silenced()
    {
        var consumer = package.CreateConsumer("Silenced", Program.Replace("string Capitalize([Input] string name)", "string Capitalize([Input] string name, string greet)", StringComparison.Ordinal));

        var off = await Dotnet.RunAsync(consumer, "build", "-p:RunAnalyzers=false");
        var silenced = await Dotnet.RunAsync(consumer, "build", "-p:NoWarn=PLAN0101");

        Assert.StartsWith("PLAN0010", Assert.Single(off.Diagnostics("")), StringComparison.Ordinal);
        Assert.StartsWith("PLAN0101", Assert.Single(silenced.Diagnostics("")), StringComparison.Ordinal);
    }
}
