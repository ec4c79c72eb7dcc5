using System.Text.Json;
using PlanDsl.Model;

namespace PlanDsl.Cli.Tests;

/// <summary><c>plandsl validate</c>.</summary>
public class ValidateTests
{
    [Fact]
    public async Task A_valid_plan_is_said_to_be_one()
    {
        using var folder = new PlanFolder();
        var path = folder.Write("diamond.plan.json", SomePlans.Diamond);

        var run = await ToolRun.OfAsync("validate", path);

        Assert.Equal(new(0, $"{path}: valid\n", ""), run);
    }

    [Fact]
    public async Task Findings_are_written_as_compilers_write_them()
    {
        using var folder = new PlanFolder();
        var path = folder.Write("broken.plan.json", SomePlans.Broken);

        var run = await ToolRun.OfAsync("validate", path);

        Assert.Equal(2, run.ExitCode);
        Assert.Contains($"{path}(5,56): error PLAN0102: ", run.Output, StringComparison.Ordinal);
        Assert.Contains($"{path}(5,65): error PLAN0502: ", run.Output, StringComparison.Ordinal);
        Assert.Contains("did you mean 'fetch'", run.Output, StringComparison.Ordinal);
        Assert.Equal("", run.Error);
    }

    [Fact]
    public async Task Json_holds_every_file_and_the_places_of_its_findings()
    {
        using var folder = new PlanFolder();
        var valid = folder.Write("diamond.plan.json", SomePlans.Diamond);
        var broken = folder.Write("broken.plan.json", SomePlans.Broken);

        var run = await ToolRun.OfAsync("validate", valid, broken, "--format", "json");

        Assert.Equal(2, run.ExitCode);
        var root = JsonElement.Parse(run.Output);
        Assert.False(root.GetProperty("valid").GetBoolean());
        Assert.Equal([true, false], root.GetProperty("files").EnumerateArray().Select(static file => file.GetProperty("valid").GetBoolean()));
        var finding = root.GetProperty("files")[1].GetProperty("findings")[0];
        Assert.Equal("PLAN0102", finding.GetProperty("id").GetString());
        Assert.Equal((5, 56, 5, 62), (finding.GetProperty("line").GetInt32(), finding.GetProperty("column").GetInt32(), finding.GetProperty("end_line").GetInt32(), finding.GetProperty("end_column").GetInt32()));
        Assert.Equal("fetch", finding.GetProperty("suggestion").GetString());
    }

    [Fact]
    public async Task What_is_wrong_in_a_file_that_a_plan_runs_is_told_there_and_the_plan_is_not_valid()
    {
        using var folder = new PlanFolder();
        var outer = folder.Write("outer.plan.json", """{ "steps": [ { "id": "a", "plan": "middle" }, { "id": "b", "plan": "middle" } ] }""");
        var middle = folder.Write("middle.plan.json", """{ "steps": [ { "id": "a", "command": "false", "fallback": { "plan": "inner" } } ] }""");
        var inner = folder.Write("inner.plan.json", """{ "steps": [ { "id": "a", "command": "true", "depends_on": ["nobody"] } ] }""");
        var told = $"{inner}(1,61): error PLAN0102: ";

        var run = await ToolRun.OfAsync("validate", outer);

        Assert.Equal(2, run.ExitCode);
        Assert.StartsWith(told, run.Output, StringComparison.Ordinal);
        Assert.Single(run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries));
        Assert.StartsWith(told, (await ToolRun.OfAsync("run", outer)).Error, StringComparison.Ordinal);

        // A file that is named besides is told of once.
        Assert.Single((await ToolRun.OfAsync("validate", outer, inner, middle)).Output.Split('\n', StringSplitOptions.RemoveEmptyEntries));

        var root = JsonElement.Parse((await ToolRun.OfAsync("validate", outer, "--format", "json")).Output);
        Assert.False(root.GetProperty("valid").GetBoolean());
        Assert.Equal(
            [(outer, false, 0), (inner, false, 1)],
            root.GetProperty("files").EnumerateArray().Select(static file => (file.GetProperty("path").GetString()!, file.GetProperty("valid").GetBoolean(), file.GetProperty("findings").GetArrayLength())));
    }

    [Fact]
    public async Task Of_files_that_a_plan_runs_and_that_are_sound_nothing_is_said()
    {
        using var folder = new PlanFolder();
        var outer = folder.Write("outer.plan.json", """{ "steps": [ { "id": "a", "plan": "inner" } ] }""");
        folder.Write("inner.plan.json", """{ "steps": [ { "id": "a", "command": "true" } ] }""");

        Assert.Equal(new(0, $"{outer}: valid\n", ""), await ToolRun.OfAsync("validate", outer));
    }

    [Fact]
    public async Task What_cannot_be_read_is_one_line_each_and_the_others_are_judged()
    {
        using var folder = new PlanFolder();
        var valid = folder.Write("diamond.plan.json", SomePlans.Diamond);
        var missing = Path.Combine(folder.Path, "nothing.plan.json");

        var run = await ToolRun.OfAsync("validate", missing, folder.Path, valid);

        Assert.Equal(2, run.ExitCode);
        Assert.Equal($"{valid}: valid\n", run.Output);
        Assert.Equal(
            [$"plandsl: '{missing}' does not exist; paths are relative to {Environment.CurrentDirectory}.", $"plandsl: '{folder.Path}' is a directory; name a plan file in it.", ""],
            run.Error.Split('\n'));
    }

    [Fact]
    public async Task Json_says_of_what_cannot_be_read_that_it_is_not_valid_and_why()
    {
        using var folder = new PlanFolder();
        var valid = folder.Write("diamond.plan.json", SomePlans.Diamond);
        var missing = Path.Combine(folder.Path, "nothing.plan.json");

        var run = await ToolRun.OfAsync("validate", missing, valid, folder.Path, "--format", "json");

        Assert.Equal(2, run.ExitCode);
        var root = JsonElement.Parse(run.Output);
        Assert.False(root.GetProperty("valid").GetBoolean());
        Assert.Equal(
            [(missing, false, true), (valid, true, false), (folder.Path, false, true)],
            root.GetProperty("files").EnumerateArray().Select(static file => (file.GetProperty("path").GetString()!, file.GetProperty("valid").GetBoolean(), file.TryGetProperty("error", out _))));
        var first = root.GetProperty("files")[0];
        Assert.StartsWith($"'{missing}' does not exist", first.GetProperty("error").GetString(), StringComparison.Ordinal);
        Assert.Equal(0, first.GetProperty("findings").GetArrayLength());
    }

    [Fact]
    public async Task Text_that_is_no_json_is_a_finding_with_its_place()
    {
        using var folder = new PlanFolder();
        var path = folder.Write("text.plan.json", "{ \"steps\": [ }");

        var run = await ToolRun.OfAsync("validate", path);

        Assert.Equal(2, run.ExitCode);
        Assert.Contains($"{path}(1,12): error PLAN0501: ", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_file_says_makes_no_lines_of_its_own()
    {
        using var folder = new PlanFolder();
        var path = folder.Write("lines.plan.json", """{ "steps": [ { "id": "a", "command": "true", "depends_on": ["x\n::error::y\u001b[2J\u2028\u202e"] } ] }""");

        var run = await ToolRun.OfAsync("validate", path);

        Assert.Equal($@"{path}(1,61): error PLAN0102: Step 'a' depends on 'x\n::error::y\u001b[2J\u2028\u202e', which is no step of this plan; name a step's id, or remove this dependency" + "\n", run.Output);
    }

    [Theory]
    [InlineData("text")]
    [InlineData("json")]
    [InlineData("sarif")]
    public async Task A_file_that_is_too_large_is_a_finding_in_every_format(string format)
    {
        using var folder = new PlanFolder();
        var path = folder.Write("large.plan.json", "{}");
        await using (var file = File.OpenWrite(path))
            file.SetLength(PlanFileReader.MaxBytes + 1);

        var run = await ToolRun.OfAsync("validate", path, "--format", format);

        Assert.Equal((2, ""), (run.ExitCode, run.Error));
        Assert.Contains("PLAN0508", run.Output, StringComparison.Ordinal);
        Assert.Contains("The file has more than 64 MiB", run.Output, StringComparison.Ordinal);
        if (format == "text")
            Assert.StartsWith($"{path}(1,1): error PLAN0508: ", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_has_no_end_is_read_no_further_than_a_file()
    {
        const string zeroes = "/dev/zero";
        if (!File.Exists(zeroes))
            return;

        Assert.StartsWith($"{zeroes}(1,1): error PLAN0508: ", (await ToolRun.OfAsync("validate", zeroes)).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Many_findings_are_written_whole_in_every_format()
    {
        using var folder = new PlanFolder();
        var steps = string.Concat(Enumerable.Repeat("{ \"id\": \"\u00e9\ud83d\ude00\" },", 900));
        var path = folder.Write("many.plan.json", $"{{ \"steps\": [{steps}] }}");

        var json = JsonElement.Parse((await ToolRun.OfAsync("validate", path, "--format", "json")).Output).GetProperty("files")[0].GetProperty("findings");
        var sarif = JsonElement.Parse((await ToolRun.OfAsync("validate", path, "--format", "sarif")).Output).GetProperty("runs")[0].GetProperty("results");

        Assert.True(json.GetArrayLength() > 900);
        Assert.Equal(json.GetArrayLength(), sarif.GetArrayLength());
        Assert.All(json.EnumerateArray(), static finding => Assert.Contains("\u00e9\ud83d\ude00", finding.GetProperty("message").GetString(), StringComparison.Ordinal));
    }
}
