using System.Diagnostics;
using PlanDsl.Testing.Internal;

namespace PlanDsl.Tests;

// Whoever listens to spans or metrics listens to every run of the process, which other tests would notice.
[Collection(nameof(SpanTests))]
[CollectionDefinition(nameof(SpanTests), DisableParallelization = true)]
public sealed class SpanTests : IDisposable
{
    private readonly SpanRecorder _recorder = new();
    private readonly ManualTimeProvider _clock = new();

    private PlanOptions Options => new() { TimeProvider = _clock, RunId = "run-1" };

    public void Dispose() => _recorder.Dispose();

    [Fact]
    public async Task A_run_has_a_span_below_what_is_current_where_it_starts()
    {
        await new TestPlan().Sync("a", () => _clock.Advance(TimeSpan.FromSeconds(2))).Start(Options).Completion.Soon();

        var run = _recorder["run test"];
        Assert.Equal(_recorder.Test.SpanId, run.ParentSpanId);
        Assert.Equal((ActivityKind.Internal, ActivityStatusCode.Unset), (run.Kind, run.Status));
        Assert.Equal(TimeSpan.FromSeconds(2), run.Duration);
        Assert.Equal(TimeSpan.FromSeconds(2), _recorder["step a"].Duration);
        Assert.Equal("succeeded", SpanRecorder.Tag(_recorder["step a"], "plandsl.step.status"));
        Assert.Equal(
            "plandsl.plan.id=test plandsl.run.id=run-1 plandsl.run.status=succeeded",
            Tags(run));
        Assert.Same(_recorder.Test, Activity.Current);
    }

    [Fact]
    public async Task Each_attempt_has_a_span_below_that_of_the_run()
    {
        var run = new TestPlan()
            .Governed("a", static context => context.Attempt == 1 ? throw new IOException("line cut") : Task.CompletedTask, new() { Retries = 1, RetryDelay = TimeSpan.FromSeconds(3) })
            .Start(Options);
        await _clock.WhenTimerIsDueIn(TimeSpan.FromSeconds(3)).Soon();
        _clock.Advance(TimeSpan.FromSeconds(3));
        await run.Completion.Soon();

        var attempts = _recorder.Spans.Where(static span => span.OperationName == "step a").ToArray();
        Assert.All(attempts, span => Assert.Equal(_recorder["run test"].SpanId, span.ParentSpanId));
        Assert.Equal(
            [
                "error.type=System.IO.IOException plandsl.plan.id=test plandsl.run.id=run-1 plandsl.step.attempt=1 plandsl.step.id=a plandsl.step.path=a plandsl.step.status=failed",
                "plandsl.plan.id=test plandsl.run.id=run-1 plandsl.step.attempt=2 plandsl.step.id=a plandsl.step.path=a plandsl.step.status=succeeded",
            ],
            attempts.Select(Tags));
        Assert.Equal([(ActivityStatusCode.Error, "line cut"), (ActivityStatusCode.Unset, null)], attempts.Select(static span => (span.Status, span.StatusDescription)));
        Assert.Equal("exception", Assert.Single(attempts[0].Events).Name);
        Assert.Equal(TimeSpan.FromSeconds(3), attempts[1].StartTimeUtc - attempts[0].StartTimeUtc);
    }

    [Fact]
    public async Task The_span_of_an_attempt_is_current_in_its_body_and_only_there()
    {
        var current = new List<string?>();
        void Note() => current.Add(Activity.Current?.OperationName);
        var plan = new TestPlan()
            .Sync("a", Note)
            .Async("b", async _ =>
            {
                Note();
                await Task.Yield();
                Note();
            }, after: ["a"])
            .Governed("c", _ =>
            {
                Note();
                return Task.CompletedTask;
            }, after: ["b"]);

        await plan.Start().Completion.Soon();

        Assert.Equal(["step a", "step b", "step b", "step c"], current);
        Assert.Same(_recorder.Test, Activity.Current);
        Assert.Equal(4, _recorder.Spans.Count);
        Assert.All(_recorder.Spans.Where(static span => span.OperationName != "run test"), span => Assert.Equal(_recorder["run test"].SpanId, span.ParentSpanId));
    }

    [Fact]
    public async Task A_run_that_fails_says_why()
    {
        await new TestPlan().Sync("a", static () => throw new InvalidOperationException("broken")).Start(Options).Completion.Soon();

        var run = _recorder["run test"];
        Assert.Equal((ActivityStatusCode.Error, "broken"), (run.Status, run.StatusDescription));
        Assert.Equal(
            "error.type=System.InvalidOperationException plandsl.plan.id=test plandsl.run.id=run-1 plandsl.run.status=failed",
            Tags(run));
    }

    [Fact]
    public async Task Timeouts_are_told_from_cancellation()
    {
        var late = new Gate { HeedsCancellation = true };
        var run = new TestPlan()
            .Async("late", late, onFailure: FailurePolicy.Continue).With(new() { Timeout = TimeSpan.FromSeconds(1) })
            .Async("stopped", new Gate { HeedsCancellation = true })
            .Start(Options);
        await late.Entered.Soon();
        _clock.Advance(TimeSpan.FromSeconds(1));
        await run.WhenStatus("late", StepStatus.Failed);
        run.Cancel();
        await run.Completion.Soon();

        Assert.Equal(("failed", "timeout", ActivityStatusCode.Error), Ending("step late"));
        Assert.Equal(("cancelled", null, ActivityStatusCode.Unset), Ending("step stopped"));
        Assert.Equal("cancelled", SpanRecorder.Tag(_recorder["run test"], "plandsl.run.status"));
        Assert.Equal(ActivityStatusCode.Unset, _recorder["run test"].Status);
    }

    [Fact]
    public async Task So_are_those_of_the_step_as_a_whole_and_of_what_undoes_it()
    {
        var (late, undo) = (new Gate { HeedsCancellation = true }, new Gate { HeedsCancellation = true });
        var run = new TestPlan()
            .Sync("done", static () => { }).Compensate(context => undo.EnterAsync(context.CancellationToken))
            .Async("late", late, after: ["done"]).With(new() { TotalTimeout = TimeSpan.FromSeconds(1) })
            .Start(Options);
        await late.Entered.Soon();
        _clock.Advance(TimeSpan.FromSeconds(1));
        await undo.Entered.Soon();
        _clock.Advance(TimeSpan.FromSeconds(30));
        await run.Completion.Soon();

        Assert.Equal(("failed", "timeout", ActivityStatusCode.Error), Ending("step late"));
        Assert.Equal(("failed", "timeout", ActivityStatusCode.Error), Ending("compensate done"));
    }

    [Fact]
    public async Task What_RunAsync_runs_has_spans_too()
    {
        await new TestPlan().Sync("a", static () => { }).RunAsync().Soon();

        Assert.Equal(["step a", "run test"], _recorder.Spans.Select(static span => span.OperationName));
        Assert.Same(_recorder.Test, Activity.Current);
    }

    [Fact]
    public async Task Whoever_cancels_a_run_keeps_its_own_current_span()
    {
        var run = new TestPlan().Async("a", new Gate { HeedsCancellation = true }).Start();
        using var mine = new Activity("mine").Start();

        run.Cancel();

        Assert.Same(mine, Activity.Current);
        await run.Completion.Soon();
    }

    [Fact]
    public async Task A_run_in_a_step_is_below_the_attempt_that_starts_it()
    {
        var inner = new TestPlan { Id = "inner" }.Sync("b", static () => { });

        await new TestPlan().Async("a", cancellationToken => inner.Start(cancellationToken: cancellationToken).Completion).Start().Completion.Soon();

        Assert.Equal(_recorder["step a"].SpanId, _recorder["run inner"].ParentSpanId);
        Assert.Equal(_recorder["run inner"].SpanId, _recorder["step b"].ParentSpanId);
    }

    [Fact]
    public async Task A_fallback_and_a_compensation_have_spans_of_their_own()
    {
        await new TestPlan()
            .Sync("a", static () => throw new IOException("line cut")).Fallback(static _ => Task.CompletedTask)
            .Sync("b", static () => { }, after: ["a"]).Compensate(static _ => throw new InvalidOperationException("cannot undo"))
            .Sync("fails", static () => throw new InvalidOperationException("broken"), after: ["b"])
            .Start(Options).Completion.Soon();

        Assert.Equal(
            ["step a", "fallback a", "step b", "step fails", "compensate b", "run test"],
            _recorder.Spans.Select(static span => span.OperationName));
        Assert.Equal(("succeeded", null, ActivityStatusCode.Unset), Ending("fallback a"));
        Assert.Equal(("failed", "System.InvalidOperationException", ActivityStatusCode.Error), Ending("compensate b"));
    }

    [Fact]
    public async Task The_steps_of_a_sub_plan_are_below_the_attempt_that_runs_it()
    {
        await new TestPlan().SubPlan("a", new TestPlan { Id = "inner" }.Sync("b", static () => { })).Start(Options).Completion.Soon();

        var step = _recorder["step a/b"];
        Assert.Equal(_recorder["step a"].SpanId, step.ParentSpanId);
        Assert.Equal(("test", "run-1"), (SpanRecorder.Tag(step, "plandsl.plan.id"), SpanRecorder.Tag(step, "plandsl.run.id")));
        Assert.Equal(3, _recorder.Spans.Count);
    }

    [Fact]
    public async Task Members_elements_and_iterations_have_spans_and_what_consists_of_them_has_none()
    {
        await new TestPlan()
            .Sync("a", static () => { })
            .ForEach("each", static () => FanOut.Over<int, int>([1, 2]), static (_, _) => Task.CompletedTask)
            .Governed("loop", static _ => Task.CompletedTask).Until(static context => context.Iteration == 2, maxIterations: 5)
            .Group("g", ParallelStrategy.All, ["a"])
            .Start(Options).Completion.Soon();

        Assert.Equal(
            ["each[0]", "each[1]", "g/a", "loop#1", "loop#2"],
            _recorder.Spans.Select(static span => (string?)SpanRecorder.Tag(span, "plandsl.step.path")).OfType<string>().Order(StringComparer.Ordinal));
        Assert.Equal(2, _recorder.Spans.Count(static span => span.OperationName == "step each[]"));
    }

    private (object? Status, object? ErrorType, ActivityStatusCode Code) Ending(string name) =>
        (SpanRecorder.Tag(_recorder[name], "plandsl.step.status"), SpanRecorder.Tag(_recorder[name], "error.type"), _recorder[name].Status);

    private static string Tags(Activity span) =>
        string.Join(' ', span.TagObjects.Select(static tag => FormattableString.Invariant($"{tag.Key}={tag.Value}")).Order(StringComparer.Ordinal));
}
