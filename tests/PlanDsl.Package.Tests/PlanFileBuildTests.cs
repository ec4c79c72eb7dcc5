using System.Text.RegularExpressions;

namespace PlanDsl.Package.Tests;

/// <summary>A build of plan files as a user's shell shows it.</summary>
public sealed partial class PlanFileBuildTests(PackedPackage package) : IClassFixture<PackedPackage>
{
    private const string Program = "Console.WriteLine(\"nothing\");";

    // Each is broken in one way.
    private static readonly string[] Broken =
    [
        "depends-on-unknown", "json-comma-missing-between-properties", "kind-misspelt", "reference-to-unknown-result", "depends-on-itself",
        "for-each-is-no-path", "on-failure-misspelt", "retries-negative", "step-id-twice", "timeout-is-a-string",
    ];

    [Fact]
    public async Task What_is_wrong_in_plan_files_fails_the_build_at_its_line_and_column()
    {
        var consumer = package.CreateConsumer("BrokenFiles", Program, [.. Broken.Select(static name => (name + ".plan.json", Read(name)))]);

        var build = await Dotnet.RunAsync(consumer, "build");

        Assert.Equal(1, build.ExitCode);
        Assert.Equal(Approved(), Reported(build.Output));
    }

    // The files of the corpus are no project: all of their plans have one name.
    private static string Read(string name) =>
        File.ReadAllText(PathOf("Broken", name + ".plan.json")).Replace("\"plan_id\": \"release\"", $"\"plan_id\": \"{name}\"", StringComparison.Ordinal);

    private static string[] Approved() =>
        [.. File.ReadAllLines(PathOf("Broken.approved.txt")).Where(static line => Broken.Contains(line[..line.IndexOf(':', StringComparison.Ordinal)])).Order(StringComparer.Ordinal)];

    private static string[] Reported(string output) =>
        [.. Line().Matches(output).Select(static match => $"{match.Groups["file"]}: {match.Groups["place"]} {match.Groups["rest"]}").Distinct().Order(StringComparer.Ordinal)];

    private static string PathOf(params string[] parts) =>
        Path.Combine([PackedPackage.RepositoryRoot(), "tests", "PlanDsl.Model.Tests", "PlanFiles", "Corpus", .. parts]);

    [GeneratedRegex(@"(?m)^.*?(?<file>[^/\\]+)\.plan\.json(?<place>\(\d+,\d+\)): (?<rest>(error|warning) PLAN.*?) \[[^\[]+\.csproj\]$")]
    private static partial Regex Line();
}
