using System.Diagnostics;

namespace PlanDsl.Tests;

public sealed class ExecutionContextTests
{
    private static readonly AsyncLocal<string?> Ambient = new();

    [Fact]
    public async Task What_is_ambient_where_the_run_starts_is_ambient_in_every_step()
    {
        var seen = new List<string?>();
        void Look() => seen.Add(Ambient.Value);
        var plan = new TestPlan()
            .Sync("a", Look)
            .Async("b", async _ => await Task.Yield(), after: ["a"])
            .Sync("c", Look, after: ["b"]);

        Ambient.Value = "start";
        var run = plan.Start();
        Ambient.Value = "later";
        await run.Completion.Soon();

        Assert.Equal(["start", "start"], seen);
    }

    [Fact]
    public async Task What_a_body_changes_stays_with_it()
    {
        var seen = new List<string?>();
        var plan = new TestPlan()
            .Sync("a", static () => Ambient.Value = "changed")
            .Sync("b", () => seen.Add(Ambient.Value), after: ["a"]);

        Ambient.Value = "start";
        await plan.RunAsync().Soon();

        Assert.Equal(["start"], seen);
        Assert.Equal("start", Ambient.Value);
    }

    [Fact]
    public async Task The_current_activity_is_the_parent_of_what_a_step_starts()
    {
        using var activity = new Activity("caller").Start();
        string? parent = null;
        var plan = new TestPlan().Sync("a", () =>
        {
            using var step = new Activity("step").Start();
            parent = step.ParentId;
        });

        await plan.Start().Completion.Soon();

        Assert.Equal(activity.Id, parent);
    }

    [Fact]
    public async Task A_run_started_where_the_flow_is_suppressed_runs_all_the_same()
    {
        var plan = new TestPlan().Sync("a", static () => { }).Async("b", async _ => await Task.Yield(), after: ["a"]);
        var made = new List<PlanTransition>();
        PlanRun run;
        using (ExecutionContext.SuppressFlow())
            run = plan.Start(new() { OnPlanTransition = made.Add });

        Assert.Equal(RunStatus.Succeeded, (await run.Completion.Soon()).Status);
        Assert.Equal(PlanState.Completed, made[^1].To);
    }
}
