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
