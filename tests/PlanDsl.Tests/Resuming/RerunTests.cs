using System.Text.Json;

namespace PlanDsl.Tests;

/// <summary>Runs that do a part of another again.</summary>
public sealed class RerunTests : IDisposable
{
    private const string RunId = "run-1";
    private const string RerunId = "run-2";

    private readonly TempDirectory _directory = new();

    public void Dispose() => _directory.Dispose();

    [Theory]
    [InlineData("c", "c", "{ 'id': 'a', 'call': 'echo', 'with': { 'value': 1 } }", "{ 'id': 'b', 'call': 'echo', 'with': { 'value': 2 } }", "{ 'id': 'c', 'call': 'echo', 'with': { 'value': '{{ a }}' } }")]
    [InlineData("a", "a c", "{ 'id': 'a', 'call': 'echo', 'with': { 'value': 1 } }", "{ 'id': 'b', 'call': 'echo', 'with': { 'value': 2 } }", "{ 'id': 'c', 'call': 'echo', 'with': { 'value': '{{ a }}' } }")]
    [InlineData("b", "b", "{ 'id': 'a', 'call': 'echo', 'for_each': 'bindings.list', 'with': { 'value': '{{ item }}' } }", "{ 'id': 'b', 'call': 'echo', 'with': { 'value': '{{ a }}' } }")]
    [InlineData("b", "b", "{ 'id': 'a', 'call': 'echo', 'repeat_until': 'iteration == 2', 'max_iterations': 3, 'with': { 'value': '{{ iteration }}' } }", "{ 'id': 'b', 'call': 'echo', 'with': { 'value': '{{ a }}' } }")]
    [InlineData("b", "b", "{ 'id': 'g', 'type': 'parallel', 'parallel': { 'steps': [ { 'id': 'x', 'call': 'echo', 'with': { 'value': 1 } }, { 'id': 'y', 'call': 'echo', 'with': { 'value': 2 } } ] } }", "{ 'id': 'b', 'call': 'echo', 'with': { 'value': '{{ g }}' } }")]
    [InlineData("g", "g x y b", "{ 'id': 'g', 'type': 'parallel', 'parallel': { 'steps': [ { 'id': 'x', 'call': 'echo', 'with': { 'value': 1 } }, { 'id': 'y', 'call': 'echo', 'with': { 'value': 2 } } ] } }", "{ 'id': 'b', 'call': 'echo', 'with': { 'value': '{{ x }}' } }")]
    [InlineData("b", "b", "{ 'id': 'a', 'plan': 'inner' }", "{ 'id': 'b', 'call': 'echo', 'with': { 'value': '{{ a.double }}' } }")]
    [InlineData("c", "c", "{ 'id': 'a', 'call': 'fail', 'on_failure': 'continue' }", "{ 'id': 'b', 'call': 'echo', 'depends_on': ['a'], 'condition': 'false' }", "{ 'id': 'c', 'call': 'echo', 'depends_on': ['b'], 'with': { 'value': '{{ a ?? 7 }}' } }")]
    public async Task What_was_finished_before_a_step_is_taken_over(string from, string again, params string[] steps)
    {
        _directory.Write("inner.plan.json", FilePlan.Quoted("{ 'steps': [ { 'id': 'double', 'call': 'echo', 'with': { 'value': 44 } } ] }"));
        var text = FilePlan.Quoted($"{{ 'bindings': {{ 'list': [1, 2] }}, 'steps': [ {string.Join(", ", steps)} ] }}");
        var journal = new MemoryJournal();
        var expected = await new FilePlan().Parse(text, _directory["outer.plan.json"]).Start(options: new() { Journal = journal, RunId = RunId }).Completion.Soon();

        var run = await new FilePlan().Parse(text, _directory["outer.plan.json"]).RerunAsync(RunId, from, new() { Journal = journal, RunId = RerunId });
        var outcome = await run.Completion.Soon();

        Assert.Equal(FilePlan.Json(expected.Results!), FilePlan.Json(outcome.Results!));
        Assert.Equal(expected.Steps.Tree(), outcome.Steps.Tree());
        var events = await EventsAsync(journal, RerunId);
        Assert.Equal(RunId, ((RunCreatedEvent)events[0]).ParentRun);
        Assert.Equal(Enumerable.Range(1, events.Count).Select(static number => (long)number), events.Select(static happened => happened.Sequence));
        var resumed = events.FindIndex(static happened => happened is RunResumedEvent);
        Assert.Equal(again.Split(' ').Order(), events[resumed..].OfType<StepStartedEvent>().Select(static started => started.StepPath.Split('/')[^1]).Order());
        Assert.All(events, static happened => Assert.Equal(RerunId, happened.RunId));
        Assert.Equal(RunStatus.Succeeded, Assert.IsType<RunCompletedEvent>((await EventsAsync(journal, RunId))[^1]).Status);
    }

    // What it takes over is recorded event by event, and the process may die between any two of them.
    [Fact]
    public async Task A_run_whose_beginning_is_not_all_recorded_takes_over_the_rest_when_it_is_resumed()
    {
        _directory.Write("inner.plan.json", FilePlan.Steps("{ 'id': 'x', 'call': 'echo', 'with': { 'value': 1 } }", "{ 'id': 'y', 'call': 'echo', 'with': { 'value': '{{ x }}' } }"));
        var text = FilePlan.Steps("{ 'id': 'a', 'call': 'echo', 'with': { 'value': 1 } }", "{ 'id': 'sub', 'plan': 'inner', 'depends_on': ['a'] }", "{ 'id': 'c', 'call': 'echo', 'with': { 'value': '{{ sub.y }}' } }", "{ 'id': 'w', 'wait': { 'signal': 'go' }, 'depends_on': ['c'] }");
        var journal = new MemoryJournal();
        var first = new FilePlan().Parse(text, _directory["outer.plan.json"]).Start(options: new() { Journal = journal, RunId = RunId });
        await first.WhenStatus("w", StepStatus.Waiting);
        Assert.True(await first.TryLetGoAsync().Soon());
        var again = await new FilePlan().Parse(text, _directory["outer.plan.json"]).RerunAsync(RunId, "c", new() { Journal = journal, RunId = RerunId });
        again.Signal("go");
        Assert.Equal("a=1 sub={\"x\":1,\"y\":1} c=1 w=null", FilePlan.Json(await again.GetResultsAsync().Soon()));
        var events = await EventsAsync(journal, RerunId);
        var beginning = events.FindIndex(static happened => happened is RunResumedEvent);

        // The other run goes on meanwhile.
        var other = await new FilePlan().Parse(text, _directory["outer.plan.json"]).ResumeAsync(RunId, new() { Journal = journal });
        other.Signal("go");
        await other.Completion.Soon();
        for (var recorded = 1; recorded <= beginning; recorded++)
        {
            var left = new MemoryJournal();
            await RecordAsync(left, await EventsAsync(journal, RunId));
            await RecordAsync(left, events[..recorded]);
            var plans = new FilePlan();
            if (recorded < beginning)
                await Assert.ThrowsAsync<JournalException>(() => plans.Parse(text, _directory["outer.plan.json"]).RerunAsync(RerunId, "c", new() { Journal = left }));

            var run = await plans.Parse(text, _directory["outer.plan.json"]).ResumeAsync(RerunId, new() { Journal = left });
            run.Signal("go");

            Assert.Equal("a=1 sub={\"x\":1,\"y\":1} c=1 w=null", FilePlan.Json(await run.GetResultsAsync().Soon()));
            Assert.Equal(["echo {\"value\":1}"], plans.Calls);
            Assert.Equal(events[..beginning], (await EventsAsync(left, RerunId))[..beginning], static (one, other) => one.Sequence == other.Sequence && one.GetType() == other.GetType() && (one as StepEvent)?.ExecId == (other as StepEvent)?.ExecId);
        }
    }

    [Fact]
    public async Task One_that_cannot_take_over_the_rest_says_so()
    {
        var text = FilePlan.Steps("{ 'id': 'a', 'call': 'echo', 'with': { 'value': 1 } }", "{ 'id': 'b', 'call': 'echo', 'with': { 'value': '{{ a }}' } }");
        var journal = new MemoryJournal();
        await new FilePlan().Start(text, options: new() { Journal = journal, RunId = RunId }).Completion.Soon();
        await (await new FilePlan().Parse(text).RerunAsync(RunId, "b", new() { Journal = journal, RunId = RerunId })).Completion.Soon();
        var begun = (await EventsAsync(journal, RerunId))[..3];
        var left = new MemoryJournal();
        await RecordAsync(left, begun);

        var gone = await Assert.ThrowsAsync<JournalException>(() => new FilePlan().Parse(text).ResumeAsync(RerunId, new() { Journal = left }));
        Assert.Contains($"of what the run takes over of run '{RunId}', which is not in the journal any more. Run the plan anew; nothing was done in run '{RerunId}'.", gone.Message, StringComparison.Ordinal);

        await RecordAsync(left, await EventsAsync(journal, RunId));
        var changed = FilePlan.Steps("{ 'id': 'a', 'call': 'echo', 'depends_on': ['b'] }", "{ 'id': 'b', 'call': 'echo' }");
        var refused = await Assert.ThrowsAsync<JournalException>(() => new FilePlan().Parse(changed).ResumeAsync(RerunId, new() { Journal = left }));
        Assert.Contains("as it is now it would take over something else. Resume it with the plan that it had, or do the part again; nothing was done in it.", refused.Message, StringComparison.Ordinal);

        var run = await new FilePlan().Parse(text).ResumeAsync(RerunId, new() { Journal = left });
        Assert.Equal("a=1 b=1", FilePlan.Json(await run.GetResultsAsync().Soon()));
    }

    [Fact]
    public async Task What_has_failed_was_cancelled_or_undone_runs_again_and_what_comes_after_it()
    {
        var journal = new MemoryJournal();
        var plans = new FilePlan();
        var isBroken = true;
        plans.Handlers.Add("sometimes", (_, _) => isBroken ? throw new InvalidOperationException("broken") : new(JsonElement.Parse("5")));
        var text = FilePlan.Steps(
            "{ 'id': 'kept', 'call': 'echo', 'with': { 'value': 1 } }",
            "{ 'id': 'undone', 'call': 'echo', 'with': { 'value': 2 }, 'compensate': { 'call': 'echo', 'with': { 'value': 'undo' } } }",
            "{ 'id': 'after_undone', 'call': 'echo', 'with': { 'value': '{{ undone }}' } }",
            "{ 'id': 'bad', 'call': 'sometimes', 'depends_on': ['kept', 'after_undone'] }",
            "{ 'id': 'never', 'call': 'echo', 'with': { 'value': '{{ bad }}' } }",
            "{ 'id': 'last', 'call': 'echo', 'with': { 'value': '{{ never }}' } }");
        Assert.Equal(RunStatus.Failed, (await plans.Parse(text).Start(options: new() { Journal = journal, RunId = RunId }).Completion.Soon()).Status);
        isBroken = false;
        plans.Calls.Clear();

        var run = await plans.Parse(text).RerunAsync(RunId, "last", new() { Journal = journal });

        Assert.Equal("kept=1 undone=2 after_undone=2 bad=5 never=5 last=5", FilePlan.Json(await run.GetResultsAsync().Soon()));
        Assert.Equal(["echo {\"value\":2}", "echo {\"value\":2}", "echo {\"value\":5}", "echo {\"value\":5}"], plans.Calls);
    }

    [Fact]
    public async Task The_plan_may_have_changed_but_for_what_is_taken_over()
    {
        var journal = new MemoryJournal();
        await new FilePlan().Parse(FilePlan.Steps("{ 'id': 'a', 'call': 'echo', 'with': { 'value': 1 } }", "{ 'id': 'b', 'call': 'echo', 'with': { 'value': '{{ a }}' } }")).Start(options: new() { Journal = journal, RunId = RunId }).Completion.Soon();

        var changed = new FilePlan().Parse(FilePlan.Steps("{ 'id': 'a', 'call': 'echo', 'with': { 'value': 9 } }", "{ 'id': 'between', 'call': 'echo', 'retries': 2, 'with': { 'value': '{{ a }}0' } }", "{ 'id': 'c', 'call': 'echo', 'with': { 'value': '{{ between }}' } }"));
        var run = await changed.RerunAsync(RunId, "c", new() { Journal = journal });
        Assert.Equal("a=1 between=\"10\" c=\"10\"", FilePlan.Json(await run.GetResultsAsync().Soon()));

        var other = new FilePlan().Parse(FilePlan.Steps("{ 'id': 'a', 'wait': { 'signal': 'go' } }", "{ 'id': 'b', 'call': 'echo', 'with': { 'value': '{{ a }}' } }"));
        var refused = await Assert.ThrowsAsync<PlanChangedException>(() => other.RerunAsync(RunId, "b", new() { Journal = journal }));
        Assert.Contains("Step 'a' was a call and is a wait.", refused.Message, StringComparison.Ordinal);
        Assert.Equal(2, await journal.RunsAsync().CountAsync());
    }

    [Fact]
    public async Task A_run_that_goes_on_is_not_done_again_and_one_that_was_left_is()
    {
        var journal = new MemoryJournal();
        var plan = new FilePlan().Parse(FilePlan.Steps("{ 'id': 'a', 'call': 'echo', 'with': { 'value': 1 } }", "{ 'id': 'w', 'wait': { 'signal': 'go' }, 'depends_on': ['a'] }"));
        var run = plan.Start(options: new() { Journal = journal, RunId = RunId });
        await run.WhenStatus("w", StepStatus.Waiting);
        await Assert.ThrowsAsync<RunClaimedException>(() => plan.RerunAsync(RunId, "w", new() { Journal = journal }));
        Assert.True(await run.TryLetGoAsync().Soon());

        var again = await plan.RerunAsync(RunId, "w", new() { Journal = journal });
        again.Signal("go", 5);

        Assert.Equal("a=1 w=5", FilePlan.Json(await again.GetResultsAsync().Soon()));
    }

    [Fact]
    public async Task A_step_at_which_no_run_begins_is_told_with_one_at_which_it_does()
    {
        var journal = new MemoryJournal();
        var plan = new FilePlan().Parse(FilePlan.Steps("{ 'id': 'g', 'type': 'parallel', 'parallel': { 'steps': [ { 'id': 'x', 'call': 'echo' }, { 'id': 'y', 'call': 'echo' } ] } }", "{ 'id': 'z', 'call': 'echo' }"));
        await plan.Start(options: new() { Journal = journal, RunId = RunId }).Completion.Soon();

        var member = await Assert.ThrowsAsync<ArgumentException>(() => plan.RerunAsync(RunId, "x", new() { Journal = journal }));
        var unknown = await Assert.ThrowsAsync<ArgumentException>(() => plan.RerunAsync(RunId, "gg", new() { Journal = journal }));

        Assert.StartsWith("Step 'x' is a member of group 'g', which runs as a whole; begin at that.", member.Message, StringComparison.Ordinal);
        Assert.StartsWith($"Plan '{plan.Id}' has no step 'gg'; did you mean 'g'?", unknown.Message, StringComparison.Ordinal);
        Assert.Single(await journal.RunsAsync().ToListAsync());
    }

    private static async Task RecordAsync(MemoryJournal journal, IReadOnlyList<PlanEvent> events)
    {
        var run = await journal.CreateAsync(events[0].RunId).ConfigureAwait(false);
        foreach (var happened in events)
            run.Append(happened);
        await run.DisposeAsync().ConfigureAwait(false);
    }

    private static async Task<List<PlanEvent>> EventsAsync(IPlanJournal journal, string runId) => await journal.ReadAsync(runId).ToListAsync().ConfigureAwait(false);
}
