using PlanDsl.Testing.Internal;

namespace PlanDsl.Tests;

/// <summary>The bound on a plan that a step runs counts from when that attempt of the step began, or its fallback, also where the run was resumed meanwhile.</summary>
public sealed class ResumedSubPlanTimeTests : IDisposable
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    private readonly TempDirectory _directory = new();

    // The first attempt fails after 5 seconds, and the second begins 2 seconds after that.
    public static TheoryData<string, string, int> Steps => new()
    {
        { "'id': 'sub', 'plan': 'timed', 'retries': 1, 'retry_delay_sec': 2", "sub/a", 2 },
        { "'id': 'sub', 'for_each': 'bindings.all', 'plan': 'timed', 'retries': 1, 'retry_delay_sec': 2", "sub[0]/a", 2 },
        { "'id': 'sub', 'repeat_until': 'true', 'max_iterations': 2, 'plan': 'timed', 'retries': 1, 'retry_delay_sec': 2", "sub#1/a", 2 },
        { "'id': 'sub', 'plan': 'timed', 'fallback': { 'plan': 'timed' }", "sub/a", 0 },
        { "'id': 'sub', 'for_each': 'bindings.all', 'plan': 'timed', 'fallback': { 'plan': 'timed' }", "sub[0]/a", 0 },
        { "'id': 'sub', 'plan': 'failing', 'retries': 1, 'retry_delay_sec': 5, 'fallback': { 'plan': 'timed' }", "", 0 },
    };

    public void Dispose() => _directory.Dispose();

    [Theory]
    [MemberData(nameof(Steps))]
    public async Task It_counts_from_when_the_attempt_began(string step, string path, int delay)
    {
        var run = await LeftInSecondAttemptAsync(step, path, delay);

        await run.ResumeAsync(TimeSpan.Zero);
        await run.Clock.WhenTimerIsDueIn(5 * Second).Soon();
        run.Run.Signal("go");

        Assert.Equal(RunStatus.Succeeded, (await run.Run.Completion.Soon()).Status);
    }

    [Theory]
    [MemberData(nameof(Steps))]
    public async Task It_is_reached_when_it_would_have_been(string step, string path, int delay)
    {
        var run = await LeftInSecondAttemptAsync(step, path, delay);

        await run.ResumeAsync(TimeSpan.FromMinutes(1));

        var error = (await run.Run.Completion.Soon()).Error!;
        Assert.Contains("The run has reached its timeout of 6 s.", error.Message, StringComparison.Ordinal);
    }

    // The bound is reached, and the process dies before more of that is recorded than that a step was cancelled.
    [Theory]
    [InlineData("'id': 'sub', 'plan': 'timed'", "sub/a")]
    [InlineData("'id': 'sub', 'for_each': 'bindings.all', 'plan': 'timed'", "sub[0]/a")]
    [InlineData("'id': 'sub', 'repeat_until': 'true', 'max_iterations': 2, 'plan': 'timed'", "sub#1/a")]
    [InlineData("'id': 'sub', 'plan': 'outer_of_timed'", "sub/in/a")]
    public async Task What_was_cancelled_when_it_was_reached_is_cancelled_once(string step, string path)
    {
        _directory.Write("timed.plan.json", FilePlan.Quoted("{ 'limits': { 'timeout_sec': 6 }, 'steps': [ { 'id': 'a', 'wait': { 'signal': 'go' } } ] }"));
        _directory.Write("outer_of_timed.plan.json", FilePlan.Steps("{ 'id': 'in', 'plan': 'timed' }"));
        var plan = new FilePlan().Parse(FilePlan.Quoted($"{{ 'bindings': {{ 'all': [1] }}, 'steps': [ {{ {step} }} ] }}"), _directory["outer.plan.json"]);
        var (clock, journal) = (new ManualTimeProvider(), new MemoryJournal());
        var run = plan.Start(options: new() { Journal = journal, RunId = "timed", TimeProvider = clock });
        await clock.WhenTimerIsDueIn(6 * Second).Soon();
        clock.Advance(6 * Second);
        var expected = await run.Completion.Soon();
        var events = await journal.ReadAsync("timed").ToListAsync();
        var cut = new MemoryJournal();
        var record = await cut.CreateAsync("timed");
        foreach (var happened in events[..(events.FindIndex(happened => happened is StepCancelledEvent cancelled && cancelled.StepPath == path) + 1)])
            record.Append(happened);
        await record.DisposeAsync();

        var resumed = await plan.ResumeAsync("timed", new() { Journal = cut, TimeProvider = new ManualTimeProvider(clock.GetUtcNow()) });
        var outcome = await resumed.Completion.Soon();

        Assert.Equal((expected.Error!.Kind, expected.Error.Message, expected.Steps.Tree()), (outcome.Error!.Kind, outcome.Error.Message, outcome.Steps.Tree()));
        Assert.Single(await cut.ReadAsync("timed").ToListAsync(), happened => happened is StepCancelledEvent cancelled && cancelled.StepPath == path);
    }

    // One second after that has begun, which is recorded by the end of a step that has nothing to do with it.
    private async Task<LeftRun> LeftInSecondAttemptAsync(string step, string path, int delay)
    {
        _directory.Write("timed.plan.json", FilePlan.Quoted("{ 'limits': { 'timeout_sec': 6 }, 'steps': [ { 'id': 'a', 'wait': { 'signal': 'go', 'timeout_sec': 5 } } ] }"));
        _directory.Write("failing.plan.json", FilePlan.Steps("{ 'id': 'b', 'call': 'fail' }"));
        var text = FilePlan.Quoted($"{{ 'bindings': {{ 'all': [1] }}, 'steps': [ {{ {step} }}, {{ 'id': 'tick', 'wait': {{ 'signal': 'tick' }} }} ] }}");
        var run = new LeftRun(text, _directory["outer.plan.json"]);
        await run.Run.WhenStatus("tick", StepStatus.Waiting).ConfigureAwait(false);
        await run.Clock.WhenTimerIsDueIn(5 * Second).Soon().ConfigureAwait(false);
        if (path.Length > 0)
            await run.Run.WhenStatus(path, StepStatus.Waiting).ConfigureAwait(false);
        run.Clock.Advance(5 * Second);
        if (delay > 0)
        {
            await run.Clock.WhenTimerIsDueIn(delay * Second).Soon().ConfigureAwait(false);
            run.Clock.Advance(delay * Second);
        }

        await run.Clock.WhenTimerIsDueIn(5 * Second).Soon().ConfigureAwait(false);
        run.Clock.Advance(Second);
        run.Run.Signal("tick");
        await run.Run.WhenStatus("tick", StepStatus.Succeeded).ConfigureAwait(false);
        return run;
    }
}
