using PlanDsl.Testing.Internal;
using Polly;
using Polly.Registry;

namespace PlanDsl.Tests;

/// <summary>What had begun in a process that is gone is bounded by when that was, whatever the clock has done since.</summary>
public sealed class ResumedTimeTests
{
    private const string Wait = "{ 'id': 'a', 'wait': { 'signal': 'go', 'timeout_sec': 10 } }";
    private const string Tick = "{ 'id': 'tick', 'wait': { 'signal': 'tick' } }";

    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    public static TheoryData<string, StepStatus> Bounds => new()
    {
        { FilePlan.Steps(Wait, Tick), StepStatus.Waiting },
        { FilePlan.Steps("{ 'id': 'a', 'call': 'hang', 'total_timeout_sec': 10 }", Tick), StepStatus.Running },
        { FilePlan.Quoted("{ 'bindings': { 'all': [1] }, 'steps': [ { 'id': 'a', 'for_each': 'bindings.all', 'call': 'hang', 'total_timeout_sec': 10 }, " + Tick + " ] }"), StepStatus.Running },
        { FilePlan.Quoted("{ 'limits': { 'timeout_sec': 10 }, 'steps': [ { 'id': 'a', 'call': 'hang' }, " + Tick + " ] }"), StepStatus.Running },
    };

    [Theory]
    [MemberData(nameof(Bounds))]
    public async Task A_bound_counts_from_when_it_began(string plan, StepStatus status)
    {
        var run = await LeftAfterAsync(4 * Second, plan, status);

        await run.ResumeAsync(passed: 3 * Second);
        await run.Clock.WhenTimerIsDueIn(3 * Second).Soon();
        run.Clock.Advance(3 * Second);

        Assert.Equal(FailureKind.Timeout, (await run.Run.Completion.Soon()).Error!.Kind);
    }

    [Theory]
    [MemberData(nameof(Bounds))]
    public async Task A_bound_that_was_reached_while_nobody_had_the_run_is_reached_at_once(string plan, StepStatus status)
    {
        var run = await LeftAfterAsync(4 * Second, plan, status);

        await run.ResumeAsync(passed: 7 * Second);
        await Task.WhenAny(run.Run.Completion, run.Clock.WhenTimerIsDueIn(TimeSpan.Zero)).Soon();
        run.Clock.Advance(TimeSpan.Zero);

        Assert.Equal(FailureKind.Timeout, (await run.Run.Completion.Soon()).Error!.Kind);
    }

    // An hour back, and four seconds had passed by what is recorded.
    [Theory]
    [MemberData(nameof(Bounds))]
    public async Task A_clock_that_jumps_backwards_makes_no_bound_longer(string plan, StepStatus status)
    {
        var run = await LeftAfterAsync(4 * Second, plan, status);

        await run.ResumeAsync(passed: TimeSpan.FromHours(-1));
        await run.Clock.WhenTimerIsDueIn(6 * Second).Soon();
        run.Clock.Advance(6 * Second);

        var outcome = await run.Run.Completion.Soon();
        Assert.Equal(FailureKind.Timeout, outcome.Error!.Kind);
        var events = await run.EventsAsync();
        Assert.Equal(events.Select(static happened => happened.Time).Order(), events.Select(static happened => happened.Time));
        Assert.Equal(10 * Second, events[^1].Time - events[0].Time);
    }

    public static TheoryData<string, int, int> Delays
    {
        get
        {
            const string step = "'call': 'fail', 'retries': 1, 'retry_delay_sec': 10";
            var delays = new TheoryData<string, int, int>();
            foreach (var plan in (string[])[$"{{ 'id': 'a', {step} }}", $"{{ 'id': 'a', 'for_each': 'bindings.all', {step} }}", $"{{ 'id': 'a', 'repeat_until': 'true', 'max_iterations': 2, {step} }}", $"{{ 'id': 'a', 'for_each': 'bindings.all', 'repeat_until': 'true', 'max_iterations': 2, {step} }}", $"{{ 'id': 'g', 'parallel': {{ 'steps': [ {{ 'id': 'a', {step} }} ] }} }}"])
            {
                delays.Add(plan, 4, 6);
                delays.Add(plan, -3600, 10);
            }

            return delays;
        }
    }

    [Theory]
    [MemberData(nameof(Delays))]
    public async Task A_delay_before_a_retry_has_what_was_left_of_it(string step, int passed, int left)
    {
        var run = new LeftRun(FilePlan.Quoted($"{{ 'bindings': {{ 'all': [1] }}, 'steps': [ {step} ] }}"));
        await run.Clock.WhenTimerIsDueIn(10 * Second).Soon();

        await run.ResumeAsync(passed * Second);
        await run.Clock.WhenTimerIsDueIn(left * Second).Soon();
        Assert.Single(run.Calls);
        run.Clock.Advance(left * Second);

        Assert.Equal(RunStatus.Failed, (await run.Run.Completion.Soon()).Status);
        Assert.Equal(2, run.Calls.Count);
        var failed = (await run.EventsAsync()).OfType<StepFailedEvent>().First();
        Assert.Equal([1, 2], (await run.EventsAsync()).OfType<StepStartedEvent>().Where(started => started.StepPath == failed.StepPath).Select(static started => started.Attempt));
    }

    [Fact]
    public async Task A_delay_that_was_over_while_nobody_had_the_run_is_over()
    {
        var run = new LeftRun(FilePlan.Steps("{ 'id': 'a', 'call': 'fail', 'retries': 1, 'retry_delay_sec': 10 }"));
        await run.Clock.WhenTimerIsDueIn(10 * Second).Soon();

        await run.ResumeAsync(11 * Second);

        Assert.Equal(2, (await run.Run.Completion.Soon()).Steps[0].Attempts);
    }

    // The pipeline gives the first 50 minutes, and what it calls then has an hour of its own.
    [Fact]
    public async Task A_wait_that_a_pipeline_has_called_again_has_its_time_from_then()
    {
        var (journal, clock) = (new MemoryJournal(), new ManualTimeProvider());
        var plan = new FilePlan().Parse(FilePlan.Steps("{ 'id': 'a', 'wait': { 'signal': 'go', 'timeout_sec': 3600 }, 'pipeline': 'twice' }"));
        var run = plan.Start(options: Options(journal, clock));
        await run.WhenStatus("a", StepStatus.Waiting);
        clock.Advance(TimeSpan.FromMinutes(50));
        await clock.WhenTimerIsDueIn(TimeSpan.FromMinutes(60)).Soon();
        var recorded = await journal.ReadAsync("twice").ToListAsync();
        Assert.Equal([1, 2], recorded.OfType<StepStartedEvent>().Select(static started => started.Attempt));

        var left = new MemoryJournal();
        var record = await left.CreateAsync("twice");
        recorded.ForEach(record.Append);
        await record.DisposeAsync();
        var later = new ManualTimeProvider(clock.GetUtcNow());
        var resumed = await plan.ResumeAsync("twice", Options(left, later));
        await later.WhenTimerIsDueIn(TimeSpan.FromMinutes(60)).Soon();
        resumed.Signal("go");

        Assert.Equal(RunStatus.Succeeded, (await resumed.Completion.Soon()).Status);

        static PlanOptions Options(MemoryJournal journal, ManualTimeProvider clock)
        {
            var pipelines = new ResiliencePipelineRegistry<string>();
            pipelines.TryAddBuilder("twice", (builder, _) =>
            {
                builder.TimeProvider = clock;
                builder.AddRetry(new() { MaxRetryAttempts = 1, Delay = TimeSpan.Zero }).AddTimeout(TimeSpan.FromMinutes(50));
            });
            return new() { Journal = journal, RunId = "twice", TimeProvider = clock, Pipelines = pipelines };
        }
    }

    [Fact]
    public async Task Time_goes_on_where_the_clock_has_gone_back_more_than_once()
    {
        var run = await LeftAfterAsync(4 * Second, FilePlan.Steps(Wait, Tick, "{ 'id': 'tock', 'wait': { 'signal': 'tock' } }"), StepStatus.Waiting);
        await run.ResumeAsync(passed: TimeSpan.FromHours(-1));
        await run.Clock.WhenTimerIsDueIn(6 * Second).Soon();
        run.Clock.Advance(2 * Second);
        run.Run.Signal("tock");
        await run.Run.WhenStatus("tock", StepStatus.Succeeded);

        await run.ResumeAsync(passed: TimeSpan.FromHours(-1));
        await run.Clock.WhenTimerIsDueIn(4 * Second).Soon();
        run.Run.Signal("go");

        Assert.Equal(RunStatus.Succeeded, (await run.Run.Completion.Soon()).Status);
    }

    // The moment is recorded by the end of a step that has nothing to do with the bound.
    private static async Task<LeftRun> LeftAfterAsync(TimeSpan time, string plan, StepStatus status)
    {
        var run = new LeftRun(plan);
        await run.Run.WhenStatus("tick", StepStatus.Waiting).ConfigureAwait(false);
        await run.Run.WhenStatus("a", status).ConfigureAwait(false);
        run.Clock.Advance(time);
        run.Run.Signal("tick");
        await run.Run.WhenStatus("tick", StepStatus.Succeeded).ConfigureAwait(false);
        return run;
    }
}
