namespace PlanDsl.Cli.Tests;

/// <summary>Which plan a step means that runs another: the one with that <c>plan_id</c>, for a build and for the tool, which looks for it in the file
/// that is named so. What neither finds both say in the same words.</summary>
public class SubPlanNameTests
{
    [Theory]
    [InlineData("iner", null, "Step 'run' runs plan 'iner', and there is no plan with that plan_id; did you mean 'inner'?")]
    [InlineData("", null, "Step 'run' runs plan '', and that name is empty; write the plan_id of the plan that it is to run")]
    [InlineData("nowhere", null, "Step 'run' runs plan 'nowhere', and there is no plan with that plan_id; write 'nowhere.plan.json' beside this file (and into AdditionalFiles, to build it), or name a plan that there is")]
    [InlineData("inner.plan.json", null, "Step 'run' runs plan 'inner.plan.json', and a plan is named by its plan_id, not by its file; write 'inner'")]
    [InlineData("inner.json", null, "Step 'run' runs plan 'inner.json', and a plan is named by its plan_id, not by its file; write 'inner'")]
    [InlineData("./inner.plan.json", null, "Step 'run' runs plan './inner.plan.json', and a plan is named by its plan_id, not by its file; write 'inner'")]
    [InlineData("nowhere.plan.json", null, "Step 'run' runs plan 'nowhere.plan.json', and a plan is named by its plan_id, not by its file; write 'nowhere', and 'nowhere.plan.json' beside this file")]
    [InlineData("inner", "other", "Step 'run' runs plan 'inner', and the plan_id in 'inner.plan.json' is 'other'; give that file the plan_id 'inner', or name the plan 'other' and its file 'other.plan.json'")]
    [InlineData("inner.plan.json", "other", "Step 'run' runs plan 'inner.plan.json', and a plan is named by its plan_id, not by its file; write 'other', and name its file 'other.plan.json'")]
    public async Task What_is_not_there_is_told_alike(string name, string? planId, string message)
    {
        using var folder = new PlanFolder();
        var path = folder.Write("outer.plan.json", $$"""{ "steps": [ { "id": "run", "plan": "{{name}}" } ] }""");
        var inner = folder.Write("inner.plan.json", $$"""{ {{(planId is null ? "" : $"\"plan_id\": \"{planId}\", ")}}"steps": [ { "id": "a", "command": "true" } ] }""");

        var said = await ValidateAsync(path);

        Assert.Equal([$"{path}(1,37): error PLAN0506: {message}"], said);
        Assert.Equal(said, BuildFindings.About(path, await BuildFindings.LinesOfAsync([path, inner])));
    }

    [Fact]
    public async Task The_same_is_told_where_a_plan_would_take_the_place_of_a_step()
    {
        using var folder = new PlanFolder();
        var path = folder.Write("outer.plan.json", """{ "steps": [ { "id": "run", "command": "false", "fallback": { "plan": "nowhere" } } ] }""");

        var said = await ValidateAsync(path);

        Assert.StartsWith($"{path}(1,71): error PLAN0506: ", Assert.Single(said), StringComparison.Ordinal);
        Assert.Equal(said, await BuildFindings.LinesOfAsync([path]));
    }

    [Fact]
    public async Task A_file_whose_name_another_plan_has_is_not_taken_for_that_plan()
    {
        using var folder = new PlanFolder();
        var path = folder.Write("outer.plan.json", """{ "steps": [ { "id": "run", "plan": "inner" } ] }""");
        string[] others =
        [
            folder.Write("inner.plan.json", """{ "plan_id": "other", "steps": [ { "id": "a", "command": "false" } ] }"""),
            folder.Write("z.plan.json", """{ "plan_id": "inner", "steps": [ { "id": "a", "command": "true" } ] }"""),
        ];

        Assert.Contains("PLAN0506: Step 'run' runs plan 'inner', and the plan_id in 'inner.plan.json' is 'other'", Assert.Single(await ValidateAsync(path)), StringComparison.Ordinal);
        Assert.Equal(2, (await ToolRun.OfAsync("run", path)).ExitCode);
        Assert.Empty(await BuildFindings.LinesOfAsync([path, .. others]));
    }

    [Theory]
    [InlineData("a.plan.json")]
    [InlineData("z.plan.json")]
    public async Task A_plan_is_told_of_whose_id_the_file_of_that_name_has_too_where_a_step_means_one_of_the_two(string name)
    {
        using var folder = new PlanFolder();
        var path = folder.Write(name, """{ "plan_id": "inner", "steps": [ { "id": "run", "plan": "third" } ] }""");
        string[] others =
        [
            folder.Write("inner.plan.json", """{ "steps": [ { "id": "a", "plan": "leaf" } ] }"""),
            folder.Write("leaf.plan.json", """{ "steps": [ { "id": "a", "command": "true" } ] }"""),
            folder.Write("third.plan.json", """{ "steps": [ { "id": "a", "plan": "inner" } ] }"""),
        ];

        var said = Taken(await ValidateAsync(path));

        Assert.Equal([$"{path}(1,14): error PLAN0009: Plan id 'inner' is already taken by 'inner.plan.json'; give one of them another plan_id"], said);
        Assert.Empty(Taken(await ValidateAsync(others[0])));
        Assert.Equal(said, Taken(await BuildFindings.LinesOfAsync([.. others.Append(path).Order(StringComparer.Ordinal)])));

        static IEnumerable<string> Taken(IEnumerable<string> lines) => lines.Where(static line => line.Contains("PLAN0009", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_copy_beside_the_original_runs()
    {
        using var folder = new PlanFolder();
        folder.Write("inner.plan.json", """{ "plan_id": "inner", "steps": [ { "id": "a", "command": "true" } ] }""");
        var copy = folder.Write("copy.plan.json", """{ "plan_id": "inner", "steps": [ { "id": "a", "command": "true" } ] }""");

        Assert.Empty(await ValidateAsync(copy));
        Assert.Equal(0, (await ToolRun.OfAsync("run", copy)).ExitCode);
    }

    [Fact]
    public async Task A_file_may_be_named_otherwise_than_its_plan()
    {
        using var folder = new PlanFolder();
        var path = folder.Write("first.plan.json", """{ "plan_id": "outer", "steps": [ { "id": "run", "plan": "inner" } ] }""");
        var inner = folder.Write("inner.plan.json", """{ "plan_id": "inner", "steps": [ { "id": "a", "command": "true" } ] }""");

        Assert.Empty(await ValidateAsync(path));
        Assert.Empty(await BuildFindings.LinesOfAsync([path, inner]));
    }

    private static async Task<string[]> ValidateAsync(string path) => BuildFindings.About(path, (await ToolRun.OfAsync("validate", path)).Output.Split('\n'));
}
