using System.Text.Json;
using PlanDsl.Model;

namespace PlanDsl.Tests;

/// <summary>Plans that a run runs, and that are given something by the environment: what that is elsewhere, or later, makes no difference to a run that is resumed.</summary>
public sealed class ResumedEnvironmentTests : IDisposable
{
    private const string RunId = "run-1";
    private const string Region = "PLANDSL_TEST_REGION_OF_INNER";
    private const string Key = "PLANDSL_TEST_KEY_OF_INNER";

    private const string After = "{ 'id': 'w', 'wait': { 'signal': 'go' }, 'depends_on': ['sub'] }";
    private const string Inner = """
        {
          'inputs': { 'region': { 'type': 'string', 'from_env': 'PLANDSL_TEST_REGION_OF_INNER' } },
          'steps': [ { 'id': 'a', 'call': 'echo', 'with': { 'value': '{{ inputs.region }}' } }, { 'id': 'b', 'call': 'echo', 'with': { 'value': '{{ a }}-{{ inputs.region }}' } } ]
        }
        """;

    private const string Secret = """
        {
          'inputs': { 'key': { 'type': 'string', 'secret': true, 'from_env': 'PLANDSL_TEST_KEY_OF_INNER' } },
          'steps': [ { 'id': 'a', 'call': 'echo', 'with': { 'value': 1 } }, { 'id': 'b', 'wait': { 'signal': 'inner' }, 'depends_on': ['a'] }, { 'id': 'c', 'call': 'length', 'with': { 'of': '{{ inputs.key }}' }, 'depends_on': ['b'] } ]
        }
        """;

    private readonly TempDirectory _directory = new();

    public void Dispose()
    {
        Environment.SetEnvironmentVariable(Region, null);
        Environment.SetEnvironmentVariable(Key, null);
        _directory.Dispose();
    }

    [Theory]
    [InlineData(null, "{ 'id': 'sub', 'plan': 'inner' }", "sub.b")]
    [InlineData("us", "{ 'id': 'sub', 'plan': 'inner' }", "sub.b")]
    [InlineData(null, "{ 'id': 'sub', 'plan': 'middle' }", "sub.m.b")]
    [InlineData("us", "{ 'id': 'sub', 'plan': 'inner', 'for_each': 'bindings.all' }", "sub[1].b")]
    [InlineData("us", "{ 'id': 'sub', 'plan': 'inner', 'repeat_until': 'iteration == 2', 'max_iterations': 2 }", "sub.b")]
    [InlineData("us", "{ 'id': 'sub', 'call': 'fail', 'fallback': { 'plan': 'inner' } }", "sub.b")]
    [InlineData("us", "{ 'id': 'sub', 'plan': 'failing', 'fallback': { 'plan': 'inner' } }", "sub.b")]
    public async Task They_go_on_with_what_it_was_when_the_run_was_started(string? now, string step, string shown)
    {
        _directory.Write("inner.plan.json", FilePlan.Quoted(Inner));
        _directory.Write("middle.plan.json", FilePlan.Steps("{ 'id': 'm', 'plan': 'inner' }"));
        _directory.Write("failing.plan.json", FilePlan.Steps("{ 'id': 'f', 'call': 'fail' }"));
        var text = FilePlan.Quoted($"{{ 'bindings': {{ 'all': [1, 2] }}, 'steps': [ {step}, {{ 'id': 'c', 'call': 'echo', 'with': {{ 'value': '{{{{ {shown} }}}}!' }} }} ] }}");
        Environment.SetEnvironmentVariable(Region, "eu");
        var journal = new MemoryJournal();
        var expected = await new FilePlan().Parse(text, Outer).Start(options: new() { Journal = journal, RunId = RunId }).Completion.Soon();
        Assert.Equal("eu-eu!", expected.Results!["c"].GetString());
        var events = await EventsAsync(journal);

        Environment.SetEnvironmentVariable(Region, now);
        for (var left = 1; left < events.Count; left++)
        {
            var run = await new FilePlan().Parse(text, Outer).ResumeAsync(RunId, new() { Journal = await CutAsync(events[..left]) });
            var outcome = await run.Completion.Soon();

            Assert.Equal($"{left}: {FilePlan.Json(expected.Results!)}", $"{left}: {FilePlan.Json(outcome.Results!)}");
            Assert.Equal(expected.Steps.Tree(), outcome.Steps.Tree());
        }
    }

    [Fact]
    public async Task A_default_stays_though_the_environment_has_a_value_since()
    {
        _directory.Write("inner.plan.json", FilePlan.Quoted(Inner.Replace("'from_env'", "'default': 'eu', 'from_env'", StringComparison.Ordinal)));
        var (journal, text) = await LeaveAsync("{ 'id': 'sub', 'plan': 'inner' }");

        Environment.SetEnvironmentVariable(Region, "us");

        Assert.Equal("eu-eu", (await GoOnAsync(text, journal)).GetProperty("b").GetString());
    }

    [Fact]
    public async Task A_run_that_does_a_part_again_has_what_the_other_had()
    {
        _directory.Write("inner.plan.json", FilePlan.Quoted(Inner));
        var text = FilePlan.Steps("{ 'id': 'first', 'plan': 'inner' }", "{ 'id': 'sub', 'plan': 'inner', 'depends_on': ['first'] }");
        Environment.SetEnvironmentVariable(Region, "eu");
        var journal = new MemoryJournal();
        await new FilePlan().Parse(text, Outer).Start(options: new() { Journal = journal, RunId = RunId }).Completion.Soon();

        Environment.SetEnvironmentVariable(Region, null);
        var again = await new FilePlan().Parse(text, Outer).RerunAsync(RunId, "sub", new() { Journal = journal });

        var results = await again.GetResultsAsync().Soon();
        Assert.Equal(["eu-eu", "eu-eu"], new[] { "first", "sub" }.Select(step => results[step].GetProperty("b").GetString()));
    }

    [Fact]
    public async Task What_is_handed_is_not_what_the_environment_has()
    {
        _directory.Write("inner.plan.json", FilePlan.Quoted(Inner));
        Environment.SetEnvironmentVariable(Region, "eu");
        var (journal, text) = await LeaveAsync("{ 'id': 'sub', 'plan': 'inner', 'with': { 'region': 'here' } }");

        Assert.Equal("here-here", (await GoOnAsync(text, journal)).GetProperty("b").GetString());
    }

    // As records of earlier versions are.
    [Fact]
    public async Task What_is_not_recorded_is_read_when_the_run_is_resumed_and_stays_from_then_on()
    {
        _directory.Write("inner.plan.json", FilePlan.Quoted(Inner));
        var text = FilePlan.Steps(After.Replace("['sub']", "[]", StringComparison.Ordinal), "{ 'id': 'sub', 'plan': 'inner', 'depends_on': ['w'] }");
        var journal = new MemoryJournal();
        var run = new FilePlan().Parse(text, Outer).Start(options: new() { Journal = journal, RunId = RunId });
        await run.WhenStatus("w", StepStatus.Waiting);
        Assert.True(await run.TryLetGoAsync().Soon());

        Environment.SetEnvironmentVariable(Region, "eu");
        run = await new FilePlan().Parse(text, Outer).ResumeAsync(RunId, new() { Journal = journal });
        Assert.True(await run.TryLetGoAsync().Soon());
        Environment.SetEnvironmentVariable(Region, "us");

        Assert.Equal("eu-eu", (await GoOnAsync(text, journal)).GetProperty("b").GetString());
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public async Task A_secret_is_not_recorded_and_a_run_for_which_it_is_missing_stays_as_it_was(int ended)
    {
        _directory.Write("inner.plan.json", FilePlan.Quoted(Secret));
        var text = FilePlan.Steps("{ 'id': 'v', 'wait': { 'signal': 'begin' } }", "{ 'id': 'sub', 'plan': 'inner', 'depends_on': ['v'] }", After);
        Environment.SetEnvironmentVariable(Key, "hush");
        var journal = new MemoryJournal();
        var run = Plans().Parse(text, Outer).Start(options: new() { Journal = journal, RunId = RunId });
        (string Signal, string Step)[] waits = [("begin", "v"), ("inner", "sub/b"), ("go", "w")];
        foreach (var (signal, step) in waits[..ended])
        {
            await run.WhenStatus(step, StepStatus.Waiting);
            run.Signal(signal);
        }

        await run.WhenStatus(waits[ended].Step, StepStatus.Waiting);
        Assert.True(await run.TryLetGoAsync().Soon());
        var events = await EventsAsync(journal);
        Assert.All(events, static told => Assert.DoesNotContain("hush", TextOf(told), StringComparison.Ordinal));

        Environment.SetEnvironmentVariable(Key, null);
        var fault = await Assert.ThrowsAsync<JournalException>(() => Plans().Parse(text, Outer).ResumeAsync(RunId, new() { Journal = journal }));
        Assert.Contains($"'{Key}'", fault.Message, StringComparison.Ordinal);
        Assert.Equal(events.Count, (await EventsAsync(journal)).Count);

        // It may be another by now.
        Environment.SetEnvironmentVariable(Key, "quieter");
        var resumed = await Plans().Parse(text, Outer).ResumeAsync(RunId, new() { Journal = journal });
        foreach (var (signal, _) in waits[ended..])
            resumed.Signal(signal);
        var results = await resumed.GetResultsAsync().Soon();
        Assert.Equal(ended == 2 ? 4 : 7, results["sub"].GetProperty("c").GetInt32());
    }

    // As what may never be run, or has been decided not to be.
    [Theory]
    [InlineData("{ 'id': 'sub', 'plan': 'inner', 'depends_on': ['v'], 'condition': 'bindings.no' }", "skipped")]
    [InlineData("{ 'id': 'sub', 'plan': 'outside', 'depends_on': ['v'] }", "succeeded")]
    [InlineData("{ 'id': 'sub', 'call': 'echo', 'fallback': { 'plan': 'inner' }, 'depends_on': ['v'] }", "succeeded")]
    [InlineData("{ 'id': 'sub', 'plan': 'inner', 'depends_on': ['v'], 'run_when': 'failure' }", "skipped")]
    [InlineData("{ 'id': 'sub', 'plan': 'inner', 'condition': 'bindings.no' }", "skipped")]
    public async Task A_secret_is_not_asked_for_before_it_is_certain_that_it_is_needed(string step, string status)
    {
        _directory.Write("inner.plan.json", FilePlan.Quoted(Secret));
        _directory.Write("outside.plan.json", FilePlan.Quoted("{ 'bindings': { 'no': false }, 'steps': [ { 'id': 'i', 'plan': 'inner', 'condition': 'bindings.no' } ] }"));
        var text = FilePlan.Quoted($"{{ 'bindings': {{ 'no': false }}, 'steps': [ {{ 'id': 'v', 'wait': {{ 'signal': 'begin' }} }}, {step} ] }}");
        Environment.SetEnvironmentVariable(Key, "hush");
        var journal = new MemoryJournal();
        var run = Plans().Parse(text, Outer).Start(options: new() { Journal = journal, RunId = RunId });
        await run.WhenStatus("v", StepStatus.Waiting);

        // What does not come after it is decided beside it, and a run is not let go of while something is decided.
        if (!step.Contains("depends_on", StringComparison.Ordinal))
            await run.WhenStatus("sub", StepStatus.Skipped);
        Assert.True(await run.TryLetGoAsync().Soon());

        Environment.SetEnvironmentVariable(Key, null);
        var resumed = await Plans().Parse(text, Outer).ResumeAsync(RunId, new() { Journal = journal });
        resumed.Signal("begin");

        var outcome = await resumed.Completion.Soon();
        Assert.Equal((RunStatus.Succeeded, status), (outcome.Status, SnakeCase.From(outcome.Steps.Single(static step => step.Id == "sub").Status.ToString())));
    }

    [Fact]
    public async Task What_is_handed_wherever_the_plan_is_run_is_not_recorded_for_it()
    {
        _directory.Write("inner.plan.json", FilePlan.Quoted(Inner));
        Environment.SetEnvironmentVariable(Region, "eu");

        var handed = await EventsAsync((await LeaveAsync("{ 'id': 'sub', 'plan': 'inner', 'with': { 'region': 'here' } }")).Journal);
        var once = await EventsAsync((await LeaveAsync("{ 'id': 'sub', 'plan': 'inner', 'with': { 'region': 'here' }, 'fallback': { 'plan': 'inner' } }")).Journal);

        Assert.DoesNotContain("eu", TextOf(handed[0]), StringComparison.Ordinal);
        Assert.Contains("\"eu\"", TextOf(once[0]), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_secret_that_is_handed_is_not_asked_for()
    {
        _directory.Write("inner.plan.json", FilePlan.Quoted(Secret));
        Environment.SetEnvironmentVariable(Key, "hush");
        var text = FilePlan.Steps("{ 'id': 'sub', 'plan': 'inner', 'with': { 'key': 'four' } }", After);
        var journal = new MemoryJournal();
        var run = Plans().Parse(text, Outer).Start(options: new() { Journal = journal, RunId = RunId });
        await run.WhenStatus("sub/b", StepStatus.Waiting);
        Assert.True(await run.TryLetGoAsync().Soon());

        Environment.SetEnvironmentVariable(Key, null);
        run = await Plans().Parse(text, Outer).ResumeAsync(RunId, new() { Journal = journal });
        run.Signal("inner");
        run.Signal("go");
        Assert.Equal(4, (await run.GetResultsAsync().Soon())["sub"].GetProperty("c").GetInt32());
    }

    // Inputs are no part of what a plan is, so that this shows only when they are bound.
    [Theory]
    [InlineData("{ 'id': 'sub', 'plan': 'inner', 'on_failure': 'continue' }", "fail")]
    [InlineData("{ 'id': 'sub', 'plan': 'inner', 'fallback': { 'call': 'echo', 'with': { 'value': 1 } } }", "fail")]
    public async Task A_plan_that_has_failed_and_cannot_be_given_its_inputs_any_more_keeps_no_run_from_going_on(string step, string call)
    {
        var (journal, text) = await LeaveChangedAsync(step, call);

        var run = await new FilePlan().Parse(text, Outer).ResumeAsync(RunId, new() { Journal = journal });
        run.Signal("go");

        Assert.Equal(RunStatus.Succeeded, (await run.Completion.Soon()).Status);
    }

    [Fact]
    public async Task Of_one_that_has_succeeded_it_is_said_what_is_missing()
    {
        var (journal, text) = await LeaveChangedAsync("{ 'id': 'sub', 'plan': 'inner' }", "echo");

        var fault = await Assert.ThrowsAsync<JournalException>(() => new FilePlan().Parse(text, Outer).ResumeAsync(RunId, new() { Journal = journal }));

        Assert.Contains("step 'sub'", fault.Message, StringComparison.Ordinal);
        Assert.Contains("needs a value for its input 'more'; give it, or set the environment variable 'PLANDSL_NOT_SET_ANYWHERE'.", fault.Message, StringComparison.Ordinal);
    }

    private string Outer => _directory["outer.plan.json"];

    private static FilePlan Plans()
    {
        var plans = new FilePlan();
        plans.Handlers.Add("length", static (with, _) => new(JsonElement.Parse($"{with.GetProperty("of").GetString()!.Length}")));
        return plans;
    }

    // A run whose step has ended, and waits behind that.
    private async Task<(MemoryJournal Journal, string Text)> LeaveAsync(string step)
    {
        var text = FilePlan.Steps(step, After);
        var journal = new MemoryJournal();
        var run = new FilePlan().Parse(text, Outer).Start(options: new() { Journal = journal, RunId = RunId });
        await run.WhenStatus("w", StepStatus.Waiting);
        Assert.True(await run.TryLetGoAsync().Soon());
        return (journal, text);
    }

    private async Task<(MemoryJournal Journal, string Text)> LeaveChangedAsync(string step, string call)
    {
        var inner = $"'steps': [ {{ 'id': 'a', 'call': '{call}' }} ] }}";
        _directory.Write("inner.plan.json", FilePlan.Quoted($"{{ {inner}"));
        var left = await LeaveAsync(step);
        _directory.Write("inner.plan.json", FilePlan.Quoted($"{{ 'inputs': {{ 'more': {{ 'type': 'string', 'from_env': 'PLANDSL_NOT_SET_ANYWHERE' }} }}, {inner}"));
        return left;
    }

    private async Task<JsonElement> GoOnAsync(string text, MemoryJournal journal)
    {
        var run = await new FilePlan().Parse(text, Outer).ResumeAsync(RunId, new() { Journal = journal });
        run.Signal("go");
        return (await run.GetResultsAsync().Soon())["sub"];
    }

    private static string TextOf(PlanEvent told) => JsonValues.Write(told, static (json, told) => PlanEventJson.Write(json, told)).GetRawText();

    private static async Task<List<PlanEvent>> EventsAsync(MemoryJournal journal) => await journal.ReadAsync(RunId).ToListAsync().ConfigureAwait(false);

    private static async Task<MemoryJournal> CutAsync(List<PlanEvent> events)
    {
        var journal = new MemoryJournal();
        var run = await journal.CreateAsync(RunId).ConfigureAwait(false);
        events.ForEach(run.Append);
        await run.DisposeAsync().ConfigureAwait(false);
        return journal;
    }
}
