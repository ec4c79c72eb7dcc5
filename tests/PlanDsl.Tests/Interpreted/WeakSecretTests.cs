using System.Text.Json.Nodes;

namespace PlanDsl.Tests;

/// <summary>Secrets that stand in what names code, or plans: that is not where they are told.</summary>
public sealed class WeakSecretTests : IDisposable
{
    private const string Token = "'inputs': { 'token': { 'type': 'string', 'secret': true } }";

    private readonly TempDirectory _directory = new();

    public void Dispose() => _directory.Dispose();

    [Theory]
    [InlineData("Task")]
    [InlineData("System")]
    [InlineData("PlanDsl")]
    [InlineData("stack")]
    [InlineData("inner")]
    public async Task The_failure_of_a_plan_that_a_step_runs_stays_of_its_kind(string secret)
    {
        _directory.Write("inner.plan.json", FilePlan.Steps("{ 'id': 'b', 'command': 'no-such-tool-anywhere' }"));
        var text = FilePlan.Quoted($"{{ {Token}, 'steps': [ {{ 'id': 'a', 'plan': 'inner', 'retries': 2 }} ] }}");

        var outcome = await new FilePlan().Parse(text, _directory["outer.plan.json"]).Start(Given(secret)).Completion.Soon();

        Assert.Equal((FailureKind.NotFound, 1), (outcome.Error!.Kind, outcome.Steps[0].Attempts));
        Assert.DoesNotContain(secret, outcome.Error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Task")]
    [InlineData("Exception")]
    public async Task What_is_thrown_stays_what_it_is(string secret)
    {
        var text = FilePlan.Quoted($"{{ {Token}, 'steps': [ {{ 'id': 'a', 'call': 'fail' }} ] }}");

        var outcome = await new FilePlan().Start(text, Given(secret)).Completion.Soon();

        Assert.IsType<InvalidOperationException>(outcome.Error!.Exception);
    }

    [Theory]
    [InlineData("Task")]
    [InlineData("inner")]
    public async Task A_run_in_which_such_a_plan_has_failed_is_resumed(string secret)
    {
        const string runId = "run-1";
        _directory.Write("inner.plan.json", FilePlan.Steps("{ 'id': 'b', 'call': 'fail' }"));
        var text = FilePlan.Quoted($"{{ {Token}, 'steps': [ {{ 'id': 'a', 'plan': 'inner', 'on_failure': 'continue' }}, {{ 'id': 'w', 'wait': {{ 'signal': 'go' }}, 'depends_on': ['a'] }} ] }}");
        var journal = new MemoryJournal();
        var run = new FilePlan().Parse(text, _directory["outer.plan.json"]).Start(Given(secret), new() { Journal = journal, RunId = runId });
        await run.WhenStatus("w", StepStatus.Waiting);
        Assert.True(await run.TryLetGoAsync().Soon());

        var resumed = await new FilePlan().Parse(text, _directory["outer.plan.json"]).ResumeAsync(runId, new() { Journal = journal }, Given(secret));
        resumed.Signal("go");

        var outcome = await resumed.Completion.Soon();
        Assert.Equal((RunStatus.Succeeded, "a=Failed(b=Failed) w=Succeeded"), (outcome.Status, outcome.Steps.Tree()));
    }

    private static JsonObject Given(string secret) => new() { ["token"] = secret };
}
