namespace PlanDsl.Cli.Tests;

/// <summary>Plan files that are not what they were when a run was gone on with last, and what <c>plandsl resume</c> says of them.</summary>
public sealed class ChangedFileTests : IDisposable
{
    private const string Plan = """
        {
          "plan_id": "waiting",
          "steps": [ { "id": "go", "wait": { "signal": "go" } }, { "id": "tell", "command": "echo", "args": ["before"], "depends_on": ["go"] } ]
        }
        """;

    private readonly RecordedRuns _runs = new();

    private static string Changed { get; } = Plan.Replace("before", "later", StringComparison.Ordinal);

    public void Dispose() => _runs.Dispose();

    [Fact]
    public async Task One_of_another_name_may_not_have_changed_either()
    {
        await _runs.RunAsync(Plan, "--let-go");
        var other = _runs.Write(Changed, "other.plan.json");

        var refused = await _runs.CallAsync("resume", "latest", "--plan", other, "--let-go");
        var allowed = await _runs.CallAsync("resume", "latest", "--plan", other, "--let-go", "--allow-changed");

        Assert.Equal(2, refused.ExitCode);
        Assert.Contains("cannot be resumed, because 'other.plan.json' has changed since: ", refused.Error, StringComparison.Ordinal);
        Assert.Equal((0, ""), (allowed.ExitCode, allowed.Error));
    }

    [Fact]
    public async Task One_that_is_what_it_was_may_have_another_name()
    {
        await _runs.RunAsync(Plan, "--let-go");

        var resumed = await _runs.CallAsync("resume", "latest", "--plan", _runs.Write(Plan, "other.plan.json"), "--let-go");

        Assert.Equal((0, ""), (resumed.ExitCode, resumed.Error));
    }

    [Fact]
    public async Task What_a_run_went_on_with_last_need_not_be_allowed_again()
    {
        await _runs.RunAsync(Plan, "--let-go");
        var other = _runs.Write(Changed, "other.plan.json");
        Assert.Equal(0, (await _runs.CallAsync("resume", "latest", "--plan", other, "--let-go", "--allow-changed")).ExitCode);
        await _runs.AskAsync("signal", "latest", "go");

        var resumed = await _runs.CallAsync("resume", "latest");

        Assert.Equal((0, ""), (resumed.ExitCode, resumed.Error));
        Assert.Equal("later\n", await _runs.AskAsync("logs", "latest", "tell"));
    }

    [Fact]
    public async Task What_it_was_started_with_has_changed_once_another_was_gone_on_with()
    {
        await _runs.RunAsync(Plan, "--let-go");
        var other = _runs.Write(Changed, "other.plan.json");
        Assert.Equal(0, (await _runs.CallAsync("resume", "latest", "--plan", other, "--let-go", "--allow-changed")).ExitCode);
        _runs.Write(Plan, "other.plan.json");

        var refused = await _runs.CallAsync("resume", "latest", "--let-go");

        Assert.Equal(2, refused.ExitCode);
        Assert.Contains("because 'other.plan.json' has changed since: ", refused.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_secret_that_was_given_by_hand_has_to_be_given_each_time()
    {
        await _runs.RunAsync(Plan, "--let-go", "--secret", "token=hush-hush");
        Assert.Equal(0, (await _runs.CallAsync("resume", "latest", "--let-go", "--secret", "token=hush-hush")).ExitCode);

        var refused = await _runs.CallAsync("resume", "latest", "--let-go");

        Assert.Equal(2, refused.ExitCode);
        Assert.Contains("was given the secret 'token', which is not recorded", refused.Error, StringComparison.Ordinal);
    }
}
