using PlanDsl.Testing.Internal;

namespace PlanDsl.Tests;

public sealed class StepContextTests
{
    private readonly ManualTimeProvider _clock = new();
    private readonly EventRecorder _recorder = new();
    private readonly List<StepContext> _contexts = [];

    private PlanOptions Options => new() { TimeProvider = _clock, Observer = _recorder, RunId = "run-1" };

    [Fact]
    public async Task A_body_knows_its_run_its_step_and_its_attempt()
    {
        var run = new TestPlan().Governed("a", FailOnce, new() { Retries = 1 }).Start(Options);
        await run.Completion.Soon();
        await _recorder.Ended.Soon();

        Assert.Equal(
            [("run-1", "a", 1, "run-1/a/1", "run-1/a"), ("run-1", "a", 2, "run-1/a/2", "run-1/a")],
            _contexts.Select(static context => (context.RunId, context.StepId, context.Attempt, context.ExecId, context.IdempotencyKey)));
        Assert.Equal(_contexts.Select(static context => context.ExecId), _recorder.Events.OfType<StepStartedEvent>().Select(static started => started.ExecId));
    }

    [Fact]
    public async Task The_deadline_is_the_earliest_of_all_bounds_that_hold()
    {
        var start = _clock.GetUtcNow();
        var run = new TestPlan { Timeout = "10s" }
            .Governed("first", Note)
            .Governed("own", Note, new() { Timeout = TimeSpan.FromSeconds(3) }, after: ["first"])
            .Governed("total", Note, new() { Timeout = TimeSpan.FromSeconds(6), TotalTimeout = TimeSpan.FromSeconds(6) }, after: ["first"])
            .Governed("later_total", Note, new() { Timeout = TimeSpan.FromSeconds(2), TotalTimeout = TimeSpan.FromSeconds(6) }, after: ["first"])
            .Governed("late", Note, new() { Timeout = TimeSpan.FromSeconds(9) }, after: ["first"])
            .Start(Options);
        await run.Completion.Soon();
        await new TestPlan().Governed("free", Note).Start(new() { TimeProvider = _clock }).Completion.Soon();

        Assert.Equal(
            [start.AddSeconds(10), start.AddSeconds(4), start.AddSeconds(7), start.AddSeconds(3), start.AddSeconds(10), null],
            _contexts.OrderBy(static context => Array.IndexOf(["first", "own", "total", "later_total", "late", "free"], context.StepId)).Select(static context => context.Deadline));
    }

    [Fact]
    public async Task A_body_tells_of_its_progress_and_that_it_is_alive()
    {
        var run = new TestPlan().Governed("a", static context =>
        {
            context.ReportProgress(0.5, "half");
            context.Heartbeat();
            context.ReportProgress(1);
            return Task.CompletedTask;
        }).Start(Options);
        var outcome = await run.Completion.Soon();
        await _recorder.Ended.Soon();

        Assert.Equal(
            [("a", 1, 0.5, "half"), ("a", 1, 1.0, null)],
            _recorder.Events.OfType<StepProgressEvent>().Select(static progress => (progress.StepPath, progress.Attempt, progress.Fraction, progress.Message)));
        Assert.Equal(5, _recorder.Single<StepHeartbeatEvent>().Sequence);
        _recorder.AssertTellOf(outcome, "signs of life");
    }

    [Fact]
    public async Task Progress_that_rounding_has_brought_over_its_bounds_is_told_as_the_bound()
    {
        var sum = Enumerable.Repeat(0.1, 9).Aggregate(0.1 + 5e-16, static (done, part) => done + part);
        var outcome = await new TestPlan().Governed("a", context =>
        {
            context.ReportProgress(1 - sum);
            context.ReportProgress(sum);
            return Task.CompletedTask;
        }).Start(Options).Completion.Soon();
        await _recorder.Ended.Soon();

        Assert.True(outcome.Succeeded, outcome.ToString());
        Assert.True(sum > 1);
        Assert.Equal([0.0, 1.0], _recorder.Events.OfType<StepProgressEvent>().Select(static progress => progress.Fraction));
    }

    [Theory]
    [InlineData(-0.1)]
    [InlineData(1.00001)]
    [InlineData(5)]
    [InlineData(double.NaN)]
    public async Task Progress_is_a_fraction(double fraction)
    {
        var run = new TestPlan().Governed("a", context =>
        {
            context.ReportProgress(fraction);
            return Task.CompletedTask;
        }).Start(Options);

        Assert.IsType<ArgumentOutOfRangeException>((await run.Completion.Soon()).Error!.Exception);
    }

    [Fact]
    public async Task A_context_has_no_effect_once_its_attempt_has_ended()
    {
        var run = new TestPlan().Governed("a", FailOnce, new() { Retries = 1, RetryDelay = TimeSpan.FromSeconds(1) }).Start(Options);
        _contexts[0].Heartbeat();
        _clock.Advance(TimeSpan.FromSeconds(1));
        await run.Completion.Soon();
        _contexts[0].ReportProgress(1);
        _contexts[1].Heartbeat();
        await _recorder.Ended.Soon();

        Assert.DoesNotContain(_recorder.Events, static happened => happened is StepProgressEvent or StepHeartbeatEvent);
    }

    [Fact]
    public async Task Signs_of_life_are_numbered_whether_or_not_anyone_listens()
    {
        var gate = new Gate();
        var run = new TestPlan().Governed("a", context =>
        {
            context.Heartbeat();
            return gate.EnterAsync(context.CancellationToken);
        }).Start();
        using (run.Events.Subscribe(_recorder))
        {
            gate.Open();
            await _recorder.Ended.Soon();
        }

        Assert.Equal(5, _recorder.Single<StepSucceededEvent>().Sequence);
    }

    private Task Note(StepContext context)
    {
        _contexts.Add(context);
        if (context.StepId == "first")
            _clock.Advance(TimeSpan.FromSeconds(1));
        return Task.CompletedTask;
    }

    private Task FailOnce(StepContext context)
    {
        _contexts.Add(context);
        return context.Attempt == 1 ? throw new InvalidOperationException("once") : Task.CompletedTask;
    }
}
