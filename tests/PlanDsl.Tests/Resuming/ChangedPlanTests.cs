namespace PlanDsl.Tests;

/// <summary>What takes the place of a step, or undoes one, is part of what a plan is: what has changed there is told, and signals for which only a plan waits that is a
/// fallback are taken.</summary>
public sealed class ChangedPlanTests : IDisposable
{
    private const string RunId = "run-1";
    private const string Fails = "'call': 'fail'";
    private const string Works = "'call': 'echo'";

    private readonly TempDirectory _directory = new();

    public void Dispose() => _directory.Dispose();

    [Fact]
    public async Task What_has_changed_in_a_plan_that_is_a_fallback_is_told()
    {
        var text = Text(Fails, "fallback");
        Other("{ 'id': 'a', 'call': 'echo' }", "{ 'id': 'b', 'call': 'echo' }");
        var journal = await LeftAsync(text, "before");

        Other("{ 'id': 'b', 'call': 'echo', 'retries': 1 }", "{ 'id': 'c', 'call': 'echo' }");
        var refused = await Assert.ThrowsAsync<PlanChangedException>(() => Parse(text).ResumeAsync(RunId, new() { Journal = journal }));
        Assert.Equal(["Step 'a' of the fallback of step 's' is gone.", "What step 'b' of the fallback of step 's' depends on, or its options, have changed.", "Step 'c' of the fallback of step 's' is new."], refused.Differences);

        _directory.Write("other.plan.json", FilePlan.Quoted("{ 'limits': { 'timeout_sec': 9 }, 'steps': [ { 'id': 'a', 'call': 'echo' }, { 'id': 'b', 'call': 'echo' } ] }"));
        refused = await Assert.ThrowsAsync<PlanChangedException>(() => Parse(text).ResumeAsync(RunId, new() { Journal = journal }));
        Assert.Equal(["The options of the plan have changed that is the fallback of step 's'."], refused.Differences);

        refused = await Assert.ThrowsAsync<PlanChangedException>(() => Parse(Text(Fails, "fallback", Works)).ResumeAsync(RunId, new() { Journal = journal }));
        Assert.Equal(["The fallback of step 's' was a plan and is a call."], refused.Differences);

        // Nothing of it has begun.
        var run = await Parse(text).ResumeAsync(RunId, new() { Journal = journal, AllowChanged = true });
        run.Signal("before");
        run.Signal("after");
        Assert.Equal(RunStatus.Succeeded, (await run.Completion.Soon()).Status);
    }

    [Fact]
    public async Task So_is_what_undoes_a_step_now()
    {
        var journal = await LeftAsync(Text(Works, "compensate", Works), "after");

        var refused = await Assert.ThrowsAsync<PlanChangedException>(() => Parse(Text(Works, "compensate", "'command': 'true'")).ResumeAsync(RunId, new() { Journal = journal }));
        Assert.Equal(["The compensation of step 's' was a call and is a command."], refused.Differences);

        // Nothing was undone.
        var run = await Parse(Text(Works, "compensate", "'command': 'true'")).ResumeAsync(RunId, new() { Journal = journal, AllowChanged = true });
        run.Signal("after");
        Assert.Equal(RunStatus.Succeeded, (await run.Completion.Soon()).Status);
    }

    // What it returned is what is recorded of the step.
    [Fact]
    public async Task What_has_stood_in_for_a_step_may_not_become_another_kind_of_thing()
    {
        var journal = await LeftAsync(Text(Fails, "fallback", Works), "after");

        var refused = await Assert.ThrowsAsync<PlanChangedException>(() => Parse(Text(Fails, "fallback", "'command': 'true'")).ResumeAsync(RunId, new() { Journal = journal, AllowChanged = true }));

        Assert.Equal(["The fallback of step 's' was a call and is a command."], refused.Differences);
    }

    [Fact]
    public async Task What_has_begun_in_a_plan_has_to_be_there_still()
    {
        var text = Text(Fails, "fallback");
        Other("{ 'id': 'a', 'plan': 'inner' }", "{ 'id': 'w', 'wait': { 'signal': 'within' }, 'depends_on': ['a'] }", "{ 'id': 'b', 'call': 'echo', 'depends_on': ['w'] }");
        _directory.Write("inner.plan.json", FilePlan.Steps("{ 'id': 'x', 'call': 'echo' }"));
        var run = Start(text, out var journal);
        run.Signal("before");
        await run.WhenStatus("s/w", StepStatus.Waiting);
        journal = await CopyAsync(journal, static happened => happened);
        run.Cancel();

        _directory.Write("inner.plan.json", FilePlan.Steps("{ 'id': 'y', 'call': 'echo' }"));
        var refused = await Assert.ThrowsAsync<PlanChangedException>(() => Parse(text).ResumeAsync(RunId, new() { Journal = journal, AllowChanged = true }));
        Assert.Equal(["Step 'a/x' of the fallback of step 's' is gone.", "Step 'a/y' of the fallback of step 's' is new."], refused.Differences);

        refused = await Assert.ThrowsAsync<PlanChangedException>(() => Parse(Text(Fails, "fallback", Works)).ResumeAsync(RunId, new() { Journal = journal, AllowChanged = true }));
        Assert.Equal(["The fallback of step 's' was a plan and is a call."], refused.Differences);

        _directory.Write("inner.plan.json", FilePlan.Steps("{ 'id': 'x', 'call': 'echo' }"));
        Other("{ 'id': 'a', 'plan': 'inner' }", "{ 'id': 'w', 'wait': { 'signal': 'within' }, 'depends_on': ['a'] }", "{ 'id': 'c', 'call': 'echo', 'depends_on': ['w'] }");
        var resumed = await Parse(text).ResumeAsync(RunId, new() { Journal = journal, AllowChanged = true });
        resumed.Signal("within");
        resumed.Signal("after");
        Assert.Equal("before=Succeeded s=Succeeded after=Succeeded", (await resumed.Completion.Soon()).Statuses());
    }

    [Fact]
    public async Task A_record_that_says_nothing_of_such_plans_is_explained()
    {
        var text = Text(Fails, "fallback");
        Other("{ 'id': 'a', 'call': 'echo' }");
        var journal = await LeftAsync(text, "before", Earlier);

        var refused = await Assert.ThrowsAsync<PlanChangedException>(() => Parse(text).ResumeAsync(RunId, new() { Journal = journal }));
        Assert.Equal(["The fallback of step 's' is a plan, of which an earlier version of PlanDsl has recorded nothing, so that nobody can say whether it has changed."], refused.Differences);

        var run = await Parse(text).ResumeAsync(RunId, new() { Journal = journal, AllowChanged = true });
        run.Signal("before");
        run.Signal("after");
        Assert.Equal("before=Succeeded s=Succeeded after=Succeeded", (await run.Completion.Soon()).Statuses());
    }

    [Fact]
    public async Task A_record_that_would_say_nothing_of_them_in_any_case_is_gone_on_with()
    {
        var text = Text(Works, "fallback", Works);
        var journal = await LeftAsync(text, "before", Earlier);

        var run = await Parse(text).ResumeAsync(RunId, new() { Journal = journal });
        run.Signal("before");
        run.Signal("after");
        Assert.Equal("before=Succeeded s=Succeeded after=Succeeded", (await run.Completion.Soon()).Statuses());
    }

    [Fact]
    public async Task A_signal_is_taken_that_only_such_a_plan_waits_for()
    {
        Other("{ 'id': 'w', 'wait': { 'signal': 'within' } }");
        var text = FilePlan.Quoted($"{{ 'order': 'sequential', 'steps': [ {{ 'id': 'before', 'call': 'echo' }}, {{ 'id': 's', {Fails}, 'fallback': {{ 'plan': 'other' }} }} ] }}");
        var run = Parse(text).Start();

        run.Signal("within");

        Assert.Equal("before=Succeeded s=Succeeded", (await run.Completion.Soon()).Statuses());
    }

    private static string Text(string body, string option, string instead = "'plan': 'other'") => FilePlan.Quoted(
        $"{{ 'order': 'sequential', 'steps': [ {{ 'id': 'before', 'wait': {{ 'signal': 'before' }} }}, {{ 'id': 's', {body}, '{option}': {{ {instead} }} }}, {{ 'id': 'after', 'wait': {{ 'signal': 'after' }} }} ] }}");

    private void Other(params string[] steps) => _directory.Write("other.plan.json", FilePlan.Steps(steps));

    private InterpretedPlan Parse(string text) => new FilePlan().Parse(text, _directory["outer.plan.json"]);

    private InterpretedRun Start(string text, out MemoryJournal journal) => Parse(text).Start(options: new() { Journal = journal = new(), RunId = RunId });

    // Let go of while a step waits, and recorded as it is, or as it would have been.
    private async Task<MemoryJournal> LeftAsync(string text, string step, Func<PlanEvent, PlanEvent>? recorded = null)
    {
        var run = Start(text, out var journal);
        if (step != "before")
            run.Signal("before");
        await run.WhenStatus(step, StepStatus.Waiting).ConfigureAwait(false);
        Assert.True(await run.TryLetGoAsync().Soon().ConfigureAwait(false));
        return recorded is null ? journal : await CopyAsync(journal, recorded).ConfigureAwait(false);
    }

    private static async Task<MemoryJournal> CopyAsync(MemoryJournal journal, Func<PlanEvent, PlanEvent> recorded)
    {
        var other = new MemoryJournal();
        var rewritten = await other.CreateAsync(RunId).ConfigureAwait(false);
        await foreach (var happened in journal.ReadAsync(RunId).ConfigureAwait(false))
            rewritten.Append(recorded(happened));
        await rewritten.DisposeAsync().ConfigureAwait(false);
        return other;
    }

    // As the first versions told of a plan.
    private static PlanEvent Earlier(PlanEvent happened) => happened is RunCreatedEvent { Shape: { } shape } created
        ? created with { Shape = string.Join('\n', shape.Split('\n').Where(static line => !line.Contains("/(", StringComparison.Ordinal)).Select(static (line, number) => number == 0 ? line.Split('\t')[0] : line)) }
        : happened;
}
