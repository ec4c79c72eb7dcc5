using System.Text.Json;

namespace PlanDsl.Cli.Tests;

/// <summary><c>plandsl validate --format sarif</c>.</summary>
public class SarifTests
{
    private const string Circle = """
        {
          "plan_id": "circle",
          "steps": [
            { "id": "a", "command": "echo", "depends_on": ["c"] },
            { "id": "b", "command": "echo", "depends_on": ["a"] },
            { "id": "c", "command": "echo", "depends_on": ["b", "a"], "result_key": "unused" },
            { "id": "d", "command": "echo", "depends_on": ["c"], "consumes": ["nothing"] }
          ],
          "step": []
        }
        """;

    [Fact]
    public async Task A_log_has_all_that_the_standard_asks_for_and_nothing_else()
    {
        using var folder = new PlanFolder();
        var paths = new[] { folder.Write("circle.plan.json", Circle), folder.Write("broken.plan.json", SomePlans.Broken), folder.Write("valid.plan.json", SomePlans.Diamond), folder.Write("text.plan.json", "no \"json\" \ud83d\ude00 at all") };

        var run = await ToolRun.OfAsync(["validate", .. paths, "--format", "sarif"]);

        Assert.Equal((2, ""), (run.ExitCode, run.Error));
        Assert.Empty(SarifRules.FaultsOf(run.Output));
    }

    [Fact]
    public async Task Results_name_their_rules_levels_and_regions()
    {
        using var folder = new PlanFolder();
        var path = folder.Write("broken plan.plan.json", SomePlans.Broken);

        var log = (await ToolRun.OfAsync("validate", path, "--format", "sarif")).Output;

        var run = Assert.Single(JsonElement.Parse(log).GetProperty("runs").EnumerateArray());
        Assert.Equal(["PLAN0102", "PLAN0502"], run.GetProperty("tool").GetProperty("driver").GetProperty("rules").EnumerateArray().Select(static rule => rule.GetProperty("id").GetString()));
        foreach (var result in run.GetProperty("results").EnumerateArray())
        {
            Assert.Equal("error", result.GetProperty("level").GetString());
            var place = Assert.Single(result.GetProperty("locations").EnumerateArray()).GetProperty("physicalLocation");
            Assert.EndsWith("/broken%20plan.plan.json", place.GetProperty("artifactLocation").GetProperty("uri").GetString(), StringComparison.Ordinal);
            Assert.Equal(5, place.GetProperty("region").GetProperty("startLine").GetInt32());
        }
    }

    [Fact]
    public async Task A_file_that_could_not_be_read_makes_the_invocation_one_that_has_failed()
    {
        using var folder = new PlanFolder();
        var missing = Path.Combine(folder.Path, "nothing.plan.json");

        var run = await ToolRun.OfAsync("validate", missing, folder.Write("valid.plan.json", SomePlans.Diamond), "--format", "sarif");

        Assert.Equal(2, run.ExitCode);
        Assert.Empty(SarifRules.FaultsOf(run.Output));
        var invocation = Assert.Single(JsonElement.Parse(run.Output).GetProperty("runs")[0].GetProperty("invocations").EnumerateArray());
        Assert.False(invocation.GetProperty("executionSuccessful").GetBoolean());
        var notification = Assert.Single(invocation.GetProperty("toolExecutionNotifications").EnumerateArray());
        Assert.StartsWith($"'{missing}' does not exist", notification.GetProperty("message").GetProperty("text").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_invocation_that_has_judged_all_has_succeeded_whatever_it_found()
    {
        using var folder = new PlanFolder();

        var log = (await ToolRun.OfAsync("validate", folder.Write("broken.plan.json", SomePlans.Broken), "--format", "sarif")).Output;

        Assert.Equal("""[{"executionSuccessful":true}]""", JsonSerializer.Serialize(JsonElement.Parse(log).GetProperty("runs")[0].GetProperty("invocations")));
    }

    [Fact]
    public void A_file_below_the_working_directory_is_named_relative_to_it()
    {
        var below = Path.Combine(Environment.CurrentDirectory, "plans", "a b#%.plan.json");

        Assert.Equal(new("plans/a%20b%23%25.plan.json", IsRelative: true), FileUri.Of(below));
        Assert.Equal(new("plans/a%20b%23%25.plan.json", IsRelative: true), FileUri.Of("./plans/x/../a b#%.plan.json"));
        Assert.Equal(below, Uri.UnescapeDataString(new Uri(new(FileUri.Root), FileUri.Of(below).Uri).AbsolutePath));
        Assert.Equal("file:///", FileUri.RootOf("/"));
        Assert.False(FileUri.Of(Path.Combine("..", "a.plan.json")).IsRelative);
        Assert.StartsWith("file:///", FileUri.Of(Path.Combine("..", "a.plan.json")).Uri, StringComparison.Ordinal);
    }
}
