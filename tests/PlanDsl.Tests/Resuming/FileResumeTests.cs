using System.Text.Json;
using System.Text.Json.Nodes;

namespace PlanDsl.Tests;

/// <summary>Runs of plan files that are left after each of their events, and resumed by a plan that is loaded anew.</summary>
public sealed class FileResumeTests : IDisposable
{
    private const string RunId = "run-1";

    private readonly TempDirectory _directory = new();

    public void Dispose() => _directory.Dispose();

    [Theory]
    [InlineData("{ 'id': 'a', 'call': 'echo', 'with': { 'value': [1, 2.50, 'x'] } }", "{ 'id': 'b', 'call': 'echo', 'with': { 'value': '{{ a[2] }}!' } }")]
    [InlineData("{ 'id': 'a', 'call': 'echo', 'with': { 'value': [3, 4] } }", "{ 'id': 'b', 'call': 'echo', 'for_each': 'a', 'with': { 'value': '{{ item }}' } }", "{ 'id': 'c', 'call': 'echo', 'with': { 'value': '{{ b }}' } }")]
    [InlineData("{ 'id': 'a', 'call': 'echo', 'repeat_until': 'iteration == 3', 'max_iterations': 4, 'with': { 'value': '{{ iteration }}' } }", "{ 'id': 'b', 'call': 'echo', 'with': { 'value': '{{ a }}' } }")]
    [InlineData("{ 'id': 'g', 'type': 'parallel', 'parallel': { 'steps': [ { 'id': 'x', 'call': 'echo', 'with': { 'value': 1 } }, { 'id': 'y', 'call': 'echo', 'with': { 'value': 2 } } ] } }", "{ 'id': 'b', 'call': 'echo', 'with': { 'value': '{{ g }}' } }")]
    [InlineData("{ 'id': 'a', 'call': 'echo', 'with': { 'value': [3, 4] } }", "{ 'id': 'b', 'call': 'leave_nothing', 'for_each': 'a' }", "{ 'id': 'c', 'call': 'echo', 'with': { 'value': '{{ b ?? 7 }}' } }")]
    [InlineData("{ 'id': 'a', 'call': 'echo', 'with': { 'value': [3, 4] } }", "{ 'id': 'b', 'call': 'leave_nothing', 'for_each': 'a', 'repeat_until': 'iteration == 2', 'max_iterations': 2 }", "{ 'id': 'c', 'call': 'echo', 'with': { 'value': '{{ b ?? 7 }}' } }")]
    [InlineData("{ 'id': 'a', 'call': 'fail', 'fallback': { 'call': 'echo', 'with': { 'value': 'instead' } } }", "{ 'id': 'b', 'call': 'echo', 'with': { 'value': '{{ a }}' } }")]
    [InlineData("{ 'id': 'a', 'plan': 'inner', 'with': { 'n': 4 } }", "{ 'id': 'b', 'call': 'echo', 'with': { 'value': '{{ a.double }}' } }")]
    [InlineData("{ 'id': 'a', 'call': 'echo' }", "{ 'id': 'b', 'call': 'echo', 'depends_on': ['a'], 'condition': 'false' }", "{ 'id': 'c', 'call': 'echo', 'depends_on': ['b'], 'with': { 'value': '{{ b ?? 7 }}' } }")]
    public async Task What_is_recorded_is_read_again_and_the_rest_done(params string[] steps)
    {
        _directory.Write("inner.plan.json", FilePlan.Quoted("{ 'inputs': { 'n': { 'type': 'integer' } }, 'steps': [ { 'id': 'double', 'call': 'echo', 'with': { 'value': '{{ inputs.n }}{{ inputs.n }}' } } ] }"));
        var text = FilePlan.Steps(steps);
        var journal = new MemoryJournal();
        var expected = await new FilePlan().Parse(text, PathOf("outer")).Start(options: new() { Journal = journal, RunId = RunId }).Completion.Soon();
        var events = await EventsAsync(journal);
        for (var left = 1; left < events.Length; left++)
        {
            var plans = new FilePlan();
            var cut = await CutAsync(events[..left]);
            var run = await plans.Parse(text, PathOf("outer")).ResumeAsync(RunId, new() { Journal = cut });
            var outcome = await run.Completion.Soon();

            Assert.Equal(FilePlan.Json(expected.Results!), FilePlan.Json(outcome.Results!));
            Assert.Equal(expected.Steps.Tree(), outcome.Steps.Tree());
            Assert.Equal(Enumerable.Range(1, (await EventsAsync(cut)).Length).Select(static number => (long)number), (await EventsAsync(cut)).Select(static happened => happened.Sequence));
            Assert.True(plans.Calls.Count <= events[left..].OfType<StepSucceededEvent>().Count() + events[left..].OfType<StepFailedEvent>().Count() + 1, $"after {left}: {string.Join(", ", plans.Calls)}");
        }
    }

    [Fact]
    public async Task A_run_that_waits_for_a_signal_is_let_go_of_and_resumed_when_the_signal_has_come()
    {
        var text = FilePlan.Steps("{ 'id': 'a', 'call': 'echo', 'with': { 'value': 1 } }", "{ 'id': 'w', 'wait': { 'signal': 'approve' }, 'depends_on': ['a'] }", "{ 'id': 'b', 'call': 'echo', 'with': { 'value': '{{ w.by }}' } }");
        var journal = new MemoryJournal();
        var run = new FilePlan().Parse(text).Start(options: new() { Journal = journal, RunId = RunId });
        await run.WhenStatus("w", StepStatus.Waiting);

        Assert.True(await run.TryLetGoAsync().Soon());
        Assert.Equal(RunStatus.Running, (await run.Completion.Soon()).Status);
        Assert.Throws<InvalidOperationException>(() => run.Signal("approve", 1));
        await journal.RequestAsync(RunId, new RunSignalRequest("approve", JsonElement.Parse("""{"by":"me"}""")));

        var plans = new FilePlan();
        var resumed = await plans.Parse(text).ResumeAsync(RunId, new() { Journal = journal });
        Assert.Equal("""a=1 w={"by":"me"} b="me" """.Trim(), FilePlan.Json(await resumed.GetResultsAsync().Soon()));
        Assert.Single(plans.Calls);
    }

    [Fact]
    public async Task A_run_in_which_something_else_goes_on_is_not_let_go_of()
    {
        var plans = new FilePlan();
        var gate = new TaskCompletionSource<JsonElement>();
        plans.Handlers.Add("hang", (_, _) => new(gate.Task));
        var run = plans.Start(FilePlan.Steps("{ 'id': 'w', 'wait': { 'signal': 'go' } }", "{ 'id': 'a', 'call': 'hang' }"), options: new() { Journal = new MemoryJournal() });
        await run.WhenStatus("w", StepStatus.Waiting);

        Assert.False(await run.TryLetGoAsync().Soon());
        gate.SetResult(default);
        run.Signal("go");
        Assert.Equal(RunStatus.Succeeded, (await run.Completion.Soon()).Status);
    }

    [Fact]
    public async Task Another_process_cancels_a_run_through_its_journal()
    {
        var journal = new MemoryJournal();
        var run = new FilePlan().Start(FilePlan.Steps("{ 'id': 'w', 'wait': { 'signal': 'go' } }"), options: new() { Journal = journal, RunId = RunId });
        await run.WhenStatus("w", StepStatus.Waiting);
        var request = new RunCancelRequest();
        await journal.RequestAsync(RunId, request);

        Assert.Equal(RunStatus.Cancelled, (await run.Completion.Soon()).Status);
        Assert.Equal(request.Id, (await EventsAsync(journal)).OfType<RunCancelRequestedEvent>().Single().RequestId);
    }

    [Fact]
    public async Task A_run_that_was_to_be_cancelled_while_nobody_had_it_starts_nothing()
    {
        var text = FilePlan.Steps("{ 'id': 'a', 'call': 'echo' }");
        var journal = new MemoryJournal();
        await new FilePlan().Start(text, options: new() { Journal = journal, RunId = RunId }).Completion.Soon();
        var left = await CutAsync((await EventsAsync(journal))[..2]);
        await left.RequestAsync(RunId, new RunCancelRequest());

        var plans = new FilePlan();
        var resumed = await plans.Parse(text).ResumeAsync(RunId, new() { Journal = left });

        Assert.Equal(RunStatus.Cancelled, (await resumed.Completion.Soon()).Status);
        Assert.Empty(plans.Calls);
    }

    [Fact]
    public async Task Secrets_are_not_recorded_and_asked_for_again()
    {
        var text = FilePlan.Quoted("{ 'inputs': { 'token': { 'type': 'string', 'secret': true }, 'n': { 'type': 'integer' } }, 'steps': [ { 'id': 'a', 'call': 'length', 'with': { 'of': '{{ inputs.token }}' } }, { 'id': 'b', 'call': 'echo', 'with': { 'value': '{{ inputs.n }} {{ inputs.token }}!' } }, { 'id': 'c', 'call': 'length', 'with': { 'of': '{{ b }}' } } ] }");
        var journal = new MemoryJournal();
        await Plans().Parse(text).Start(new JsonObject { ["token"] = "hush", ["n"] = 5 }, new() { Journal = journal, RunId = RunId }).Completion.Soon();
        var events = await EventsAsync(journal);
        Assert.DoesNotContain("hush", ((RunCreatedEvent)events[0]).Inputs!.Value.GetRawText(), StringComparison.Ordinal);
        Assert.DoesNotContain(events.OfType<StepSucceededEvent>(), static told => told.Result!.Value.GetRawText().Contains("hush", StringComparison.Ordinal));

        var cut = await CutAsync([.. events.TakeWhile(static told => told is not StepStartedEvent { StepPath: "c" })]);
        await Assert.ThrowsAsync<ArgumentException>(() => Plans().Parse(text).ResumeAsync(RunId, new() { Journal = cut }));
        var resumed = await Plans().Parse(text).ResumeAsync(RunId, new() { Journal = cut }, new JsonObject { ["token"] = "hush" });
        Assert.Equal("a=4 b=\"5 hush!\" c=7", FilePlan.Json(await resumed.GetResultsAsync().Soon()));
    }

    [Theory]
    [InlineData("x", "short")]
    [InlineData("a-much-longer-\"password\"", "short")]
    [InlineData("0", "token")]
    public async Task A_secret_that_is_another_now_stands_where_it_stood_and_no_other_does(string first, string second)
    {
        var text = FilePlan.Quoted("{ 'inputs': { 'first': { 'type': 'string', 'secret': true }, 'second': { 'type': 'string', 'secret': true } }, 'steps': [ { 'id': 'a', 'call': 'echo', 'with': { 'value': '<${first}|${second}>' } }, { 'id': 'b', 'call': 'echo', 'with': { 'value': '{{ a }}' } } ] }");
        var journal = new MemoryJournal();
        await new FilePlan().Parse(text).Start(new JsonObject { ["first"] = "longpassword", ["second"] = second }, new() { Journal = journal, RunId = RunId }).Completion.Soon();
        var cut = await CutAsync([.. (await EventsAsync(journal)).TakeWhile(static told => told is not StepStartedEvent { StepPath: "b" })]);

        var resumed = await new FilePlan().Parse(text).ResumeAsync(RunId, new() { Journal = cut }, new JsonObject { ["first"] = first, ["second"] = second });

        Assert.Equal($"<{first}|{second}>", (await resumed.GetResultsAsync().Soon())["b"].GetString());
    }

    [Fact]
    public async Task A_plan_that_has_changed_is_refused_with_what_has_changed()
    {
        var journal = new MemoryJournal();
        await new FilePlan().Start(FilePlan.Steps("{ 'id': 'a', 'call': 'echo' }", "{ 'id': 'b', 'call': 'echo' }"), options: new() { Journal = journal, RunId = RunId }).Completion.Soon();
        var cut = await CutAsync((await EventsAsync(journal))[..2]);
        var changed = FilePlan.Steps("{ 'id': 'b', 'call': 'echo', 'retries': 2 }", "{ 'id': 'c', 'call': 'echo' }");

        var refused = await Assert.ThrowsAsync<PlanChangedException>(() => new FilePlan().Parse(changed).ResumeAsync(RunId, new() { Journal = cut }));
        Assert.Equal(["Step 'a' is gone.", "What step 'b' depends on, or its options, have changed.", "Step 'c' is new."], refused.Differences);
        var resumed = await new FilePlan().Parse(changed).ResumeAsync(RunId, new() { Journal = cut, AllowChanged = true });
        Assert.Equal("b=Succeeded c=Succeeded", (await resumed.Completion.Soon()).Statuses());
    }

    // What is recorded of it is not what the plan makes of it now, though all of it is JSON.
    [Theory]
    [InlineData("'command': 'true'", "'call': 'echo'", "a command and is a call")]
    [InlineData("'call': 'echo'", "'agent': { 'agent_id': 'x', 'prompt': 'y' }", "a call and is an agent")]
    [InlineData("'call': 'echo', 'with': { 'value': [1] }", "'call': 'echo', 'for_each': 'bindings.all'", "a call and is a call for each element")]
    [InlineData("'call': 'echo', 'for_each': 'bindings.all'", "'call': 'echo'", "a call for each element and is a call")]
    [InlineData("'call': 'echo'", "'call': 'echo', 'repeat_until': 'true', 'max_iterations': 2", "a call and is a call that is repeated")]
    [InlineData("'call': 'echo', 'repeat_until': 'true', 'max_iterations': 2", "'call': 'echo'", "a call that is repeated and is a call")]
    public async Task A_step_that_has_ended_may_not_become_another_kind_of_step(string before, string now, string difference)
    {
        var plans = new FilePlan();
        plans.Options.Agents = new Silent();
        var journal = new MemoryJournal();
        var run = plans.Start(TextOf(before), options: new() { Journal = journal, RunId = RunId });
        await run.WhenStatus("w", StepStatus.Waiting);
        Assert.True(await run.TryLetGoAsync().Soon());

        foreach (var mayHaveChanged in (bool[])[false, true])
        {
            var refused = await Assert.ThrowsAsync<PlanChangedException>(() => plans.Parse(TextOf(now)).ResumeAsync(RunId, new() { Journal = journal, AllowChanged = mayHaveChanged }));
            Assert.Equal($"Step 'a' was {difference}.", refused.Differences[0]);
            Assert.EndsWith("Resume it with the plan as it was, or run the plan anew.", refused.Message, StringComparison.Ordinal);
        }

        var resumed = await plans.Parse(TextOf(before)).ResumeAsync(RunId, new() { Journal = journal });
        resumed.Signal("go");
        Assert.Equal(RunStatus.Succeeded, (await resumed.Completion.Soon()).Status);

        static string TextOf(string step) => FilePlan.Quoted($"{{ 'bindings': {{ 'all': [1, 2] }}, 'steps': [ {{ 'id': 'a', {step} }}, {{ 'id': 'w', 'wait': {{ 'signal': 'go' }}, 'depends_on': ['a'] }} ] }}");
    }

    [Fact]
    public async Task A_step_that_has_not_begun_may_become_another_kind_of_step_where_that_is_allowed()
    {
        var journal = new MemoryJournal();
        await new FilePlan().Start(FilePlan.Steps("{ 'id': 'a', 'call': 'echo' }"), options: new() { Journal = journal, RunId = RunId }).Completion.Soon();
        var cut = await CutAsync((await EventsAsync(journal))[..2]);
        var changed = FilePlan.Steps("{ 'id': 'a', 'command': 'true' }");

        await Assert.ThrowsAsync<PlanChangedException>(() => new FilePlan().Parse(changed).ResumeAsync(RunId, new() { Journal = cut }));
        var resumed = await new FilePlan().Parse(changed).ResumeAsync(RunId, new() { Journal = cut, AllowChanged = true });
        Assert.Equal("a=Succeeded", (await resumed.Completion.Soon()).Statuses());
    }

    [Theory]
    [InlineData("{ 'id': 'sub', 'plan': 'inner' }", "sub")]
    [InlineData("{ 'id': 'sub', 'for_each': 'bindings.all', 'plan': 'inner' }", "sub")]
    [InlineData("{ 'id': 'sub', 'plan': 'middle' }", "sub/within")]
    public async Task A_sub_plan_that_has_changed_is_refused_with_what_has_changed(string step, string path)
    {
        var text = FilePlan.Quoted($"{{ 'bindings': {{ 'all': [1] }}, 'steps': [ {step}, {{ 'id': 'w', 'wait': {{ 'signal': 'go' }}, 'depends_on': ['sub'] }} ] }}");
        _directory.Write("middle.plan.json", FilePlan.Steps("{ 'id': 'within', 'plan': 'inner' }"));
        _directory.Write("inner.plan.json", FilePlan.Steps("{ 'id': 'a', 'call': 'echo' }", "{ 'id': 'b', 'call': 'echo' }"));
        var journal = new MemoryJournal();
        var run = new FilePlan().Parse(text, PathOf("outer")).Start(options: new() { Journal = journal, RunId = RunId });
        await run.WhenStatus("w", StepStatus.Waiting);
        Assert.True(await run.TryLetGoAsync().Soon());

        _directory.Write("inner.plan.json", FilePlan.Steps("{ 'id': 'b', 'call': 'echo', 'retries': 1 }", "{ 'id': 'c', 'call': 'echo' }"));
        var refused = await Assert.ThrowsAsync<PlanChangedException>(() => new FilePlan().Parse(text, PathOf("outer")).ResumeAsync(RunId, new() { Journal = journal, AllowChanged = true }));

        Assert.Equal([$"Step '{path}/a' is gone.", $"What step '{path}/b' depends on, or its options, have changed.", $"Step '{path}/c' is new."], refused.Differences);
    }

    // What a step is given is no part of what a plan is, so this shows only when the elements are looked for.
    [Fact]
    public async Task A_run_of_which_a_part_cannot_be_gone_on_with_stays_as_it_was()
    {
        _directory.Write("inner.plan.json", FilePlan.Quoted("{ 'inputs': { 'all': { 'type': 'array' } }, 'steps': [ { 'id': 'each', 'call': 'echo', 'for_each': 'inputs.all' }, { 'id': 'w', 'wait': { 'signal': 'inner' }, 'depends_on': ['each'] } ] }"));
        foreach (var hasEnded in (bool[])[true, false])
        {
            var journal = new MemoryJournal();
            var run = new FilePlan().Parse(OuterOf("[1, 2]"), PathOf("outer")).Start(options: new() { Journal = journal, RunId = RunId });
            await run.WhenStatus("sub/w", StepStatus.Waiting);
            if (hasEnded)
            {
                run.Signal("inner");
                await run.WhenStatus("w", StepStatus.Waiting);
            }

            Assert.True(await run.TryLetGoAsync().Soon());
            var events = (await EventsAsync(journal)).Length;

            // Of a step that goes on it shows when it does.
            var resuming = new FilePlan().Parse(OuterOf("[1]"), PathOf("outer")).ResumeAsync(RunId, new() { Journal = journal });
            var fault = hasEnded ? await Assert.ThrowsAsync<JournalException>(() => resuming)
                : Assert.IsType<JournalException>((await (await resuming).Completion.Soon()).Error!.Exception);
            Assert.Contains("'sub/each[1]'", fault.Message, StringComparison.Ordinal);
            Assert.DoesNotContain(await EventsAsync(journal), static told => told is RunCompletedEvent or StepCancelledEvent);
            if (hasEnded)
                Assert.Equal(events, (await EventsAsync(journal)).Length);

            var resumed = await new FilePlan().Parse(OuterOf("[1, 2]"), PathOf("outer")).ResumeAsync(RunId, new() { Journal = journal });
            if (!hasEnded)
                resumed.Signal("inner");
            resumed.Signal("go");
            Assert.Equal(RunStatus.Succeeded, (await resumed.Completion.Soon()).Status);
        }

        static string OuterOf(string all) => FilePlan.Steps($"{{ 'id': 'sub', 'plan': 'inner', 'with': {{ 'all': {all} }} }}", "{ 'id': 'w', 'wait': { 'signal': 'go' }, 'depends_on': ['sub'] }");
    }

    private sealed class Silent : IAgentRunner
    {
        public Task<JsonElement> RunAsync(AgentRequest request, CancellationToken cancellationToken) => Task.FromResult(JsonElement.Parse("null"));
    }

    private static FilePlan Plans()
    {
        var plans = new FilePlan();
        plans.Handlers.Add("length", (with, _) => new(JsonElement.Parse($"{with.GetProperty("of").GetString()!.Length}")));
        return plans;
    }

    private string PathOf(string plan) => _directory[$"{plan}.plan.json"];

    private static async Task<PlanEvent[]> EventsAsync(MemoryJournal journal)
    {
        var events = new List<PlanEvent>();
        await foreach (var happened in journal.ReadAsync(RunId).ConfigureAwait(false))
            events.Add(happened);
        return [.. events];
    }

    private static async Task<MemoryJournal> CutAsync(PlanEvent[] events)
    {
        var journal = new MemoryJournal();
        var run = await journal.CreateAsync(RunId).ConfigureAwait(false);
        foreach (var happened in events)
            run.Append(happened);
        await run.DisposeAsync().ConfigureAwait(false);
        return journal;
    }
}
