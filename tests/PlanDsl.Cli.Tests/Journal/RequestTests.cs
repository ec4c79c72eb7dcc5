using System.Text.Json;

namespace PlanDsl.Cli.Tests;

/// <summary>What is asked of runs: <c>plandsl signal</c> and <c>cancel</c>, and what <c>status</c> says of it until it is taken.</summary>
public sealed class RequestTests
{
    [Theory]
    [InlineData("journal.db")]
    [InlineData("runs/")]
    public async Task What_was_asked_and_is_not_taken_is_told_without_what_it_brings(string journal)
    {
        using var runs = new RecordedRuns(journal);
        await runs.RunAsync(Waiting(runs), "--let-go");
        var before = await StatusAsync(runs);
        Assert.Empty(before.GetProperty("pending_requests").EnumerateArray());
        Assert.Contains("; give it with 'plandsl signal", await runs.AskAsync("status", "latest"), StringComparison.Ordinal);

        await runs.AskAsync("signal", "latest", "approve", """{"by":"hush"}""");
        await runs.AskAsync("cancel", "latest");

        var told = await runs.AskAsync("status", "latest", "--format", "json");
        var asked = JsonElement.Parse(told).GetProperty("pending_requests").EnumerateArray().ToList();
        Assert.Equal(["signal approve", "cancel "], asked.Select(static request => $"{request.GetProperty("type")} {(request.TryGetProperty("signal", out var name) ? name.GetString() : "")}"));
        Assert.All(asked, static request => Assert.True(request.GetProperty("request_id").GetString()!.Length > 0 && request.GetProperty("asked_at").GetDateTimeOffset() > default(DateTimeOffset)));
        Assert.False(JsonElement.Parse(told).GetProperty("cancel_requested").GetBoolean());
        var text = await runs.AskAsync("status", "latest");
        Assert.Matches(@"\nsignal 'approve', given at \d{4}-\d\d-\d\d \d\d:\d\d:\d\d, waits to be taken\nasked to cancel at \d{4}-\d\d-\d\d \d\d:\d\d:\d\d, not yet taken\n", text);
        Assert.DoesNotContain("give it with", text, StringComparison.Ordinal);
        Assert.DoesNotContain("hush", told + text, StringComparison.Ordinal);

        Assert.Equal(1, (await runs.CallAsync("resume", "latest")).ExitCode);
        var after = await StatusAsync(runs);
        Assert.Equal(("cancelled", true, 0), (after.GetProperty("status").GetString(), after.GetProperty("cancel_requested").GetBoolean(), after.GetProperty("pending_requests").GetArrayLength()));
    }

    [Fact]
    public async Task A_signal_is_told_with_who_waits_for_it_and_not_with_what_it_brings()
    {
        using var runs = new RecordedRuns();
        await runs.RunAsync(Waiting(runs), "--let-go");
        var id = (await StatusAsync(runs)).GetProperty("run_id").GetString();

        var json = await runs.AskAsync("signal", "latest", "approve", "\"hush\"", "--format", "json");
        var told = JsonElement.Parse(json);
        Assert.Equal((id, "signal", "approve"), (told.GetProperty("run_id").GetString(), told.GetProperty("type").GetString(), told.GetProperty("signal").GetString()));
        Assert.DoesNotContain("hush", json, StringComparison.Ordinal);
        Assert.Equal(told.GetProperty("request_id").GetString(), (await StatusAsync(runs)).GetProperty("pending_requests")[0].GetProperty("request_id").GetString());
        Assert.Equal($"run {id}, which nobody executes, cancels as soon as somebody goes on with it: 'plandsl resume {id} --journal {runs.Journal}'\n", await runs.AskAsync("cancel", "latest"));
    }

    [Fact]
    public async Task What_a_signal_cannot_bring_is_refused_and_nothing_asked()
    {
        using var runs = new RecordedRuns();
        await runs.RunAsync(Waiting(runs), "--let-go");

        var refused = await runs.CallAsync("signal", "latest", "approve", "yes");

        Assert.Equal(new(2, "", "plandsl: 'yes' is no JSON value; a text stands in quotes of its own, as in '\"yes\"'.\n"), refused);
        Assert.Empty((await StatusAsync(runs)).GetProperty("pending_requests").EnumerateArray());
    }

    [Theory]
    [InlineData("journal.db")]
    [InlineData("runs/")]
    public async Task Nothing_is_asked_of_a_run_that_has_ended_and_nobody_goes_on_with_it(string journal)
    {
        using var runs = new RecordedRuns(journal);
        await runs.RunAsync(SomePlans.Diamond);
        var status = await runs.AskAsync("status", "latest", "--format", "json");
        var id = JsonElement.Parse(status).GetProperty("run_id").GetString();

        foreach (var line in (string[])["cancel latest", "signal latest go", "resume latest"])
            Assert.Equal(new(2, "", $"plandsl: Run '{id}' has ended: succeeded. 'plandsl status {id} --journal {runs.Journal}' says how, and 'plandsl rerun {id} --from STEP --journal {runs.Journal}' does it again from a step on.\n"), await runs.CallAsync(line.Split(' ')));
        Assert.Equal(status, await runs.AskAsync("status", "latest", "--format", "json"));
    }

    [Theory]
    [InlineData("status xyz")]
    [InlineData("steps xyz")]
    [InlineData("events xyz")]
    [InlineData("logs xyz fetch")]
    [InlineData("resume xyz")]
    [InlineData("rerun xyz --from fetch")]
    [InlineData("cancel xyz")]
    [InlineData("signal xyz go")]
    public async Task A_run_that_there_is_not_is_told_with_where_it_was_looked_for(string line)
    {
        using var runs = new RecordedRuns();
        await runs.RunAsync(SomePlans.Diamond);

        Assert.Equal(new(2, "", $"plandsl: There is no run 'xyz' in journal {runs.Journal}; 'plandsl runs --journal {runs.Journal}' lists those that there are, and --journal PATH names another journal.\n"), await runs.CallAsync(line.Split(' ')));
    }

    private static string Waiting(RecordedRuns runs) => JournaledPlans.Waiting.Replace("done", Path.Combine(runs.Directory, "done"), StringComparison.Ordinal);

    private static async Task<JsonElement> StatusAsync(RecordedRuns runs) => JsonElement.Parse(await runs.AskAsync("status", "latest", "--format", "json"));
}
