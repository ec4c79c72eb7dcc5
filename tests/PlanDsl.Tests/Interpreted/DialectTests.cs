using System.Text.Json;

namespace PlanDsl.Tests;

public sealed class DialectTests
{
    private static string Dialect(string name) =>
        File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Interpreted", "Dialects", name));

    [Fact]
    public async Task A_command_pipeline_as_other_tools_write_it_runs()
    {
        using var directory = new TempDirectory();
        var plan = InterpretedPlan.Parse(Dialect("command_pipeline.json"), "command_pipeline.json", new() { WorkingDirectory = directory.Root });
        var outcome = await plan.Start(new() { ["DAY"] = "monday" }).Completion.Soon();

        Assert.Equal("extract=Succeeded count=Succeeded lint=Failed publish=Succeeded", outcome.Statuses());
        Assert.Equal((RunStatus.Succeeded, 3, FailureKind.ExitCode), (outcome.Status, outcome.Steps[2].Attempts, outcome.Steps[2].Error!.Kind));
        Assert.Equal("published monday", outcome.Results!["publish"].GetProperty("stdout").GetString());
        Assert.Equal("1\n2\n3\n", await File.ReadAllTextAsync(Path.Combine(directory.Root, "rows_monday.txt")));
    }

    [Fact]
    public async Task An_agent_plan_as_planners_write_it_runs()
    {
        var agents = new TestAgents();
        var outcome = await InterpretedPlan.Parse(Dialect("agent_plan.json"), "agent_plan.json", new() { Agents = agents }).Start().Completion.Soon();

        Assert.Equal("outline=Succeeded apologise=Skipped gather=Succeeded compose=Succeeded", outcome.Statuses());
        Assert.Equal(SkipCause.Branch, outcome.Steps[1].SkipCause);
        Assert.Equal("Outline a brief on tidal power", agents.Of("writer.outline").Prompt);
        Assert.Equal("""{"query":"writer.outline","days":30}""", JsonSerializer.Serialize(agents.Of("search.news").With));
        Assert.Equal(
            """{"papers":{"title":"search.papers"},"news":{"title":"search.news"}}""",
            JsonSerializer.Serialize(agents.Of("writer.compose").With!.Value.GetProperty("sources")));
        Assert.Equal("draft", agents.Of("writer.compose").ActionId);
        Assert.Equal("compose", agents.Of("writer.compose").StepId);
    }

    [Fact]
    public async Task The_failure_of_an_agent_leads_to_its_branch()
    {
        var agents = new TestAgents { Failing = "writer.outline" };
        var outcome = await InterpretedPlan.Parse(Dialect("agent_plan.json"), "agent_plan.json", new() { Agents = agents }).Start().Completion.Soon();

        Assert.Equal("outline=Failed apologise=Succeeded", outcome.Statuses()[.."outline=Failed apologise=Succeeded".Length]);
        Assert.True(outcome.Steps[0].IsTolerated);
        Assert.Equal("gather", outcome.Error!.StepId);
    }
}
