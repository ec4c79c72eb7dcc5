using PlanDsl.Testing.Internal;

namespace PlanDsl.Tests;

[Collection(nameof(SpanTests))]
public sealed class MetricTests : IDisposable
{
    private readonly string _planId = Guid.NewGuid().ToString("N");
    private readonly MetricRecorder _metrics;
    private readonly ManualTimeProvider _clock = new();

    public MetricTests() => _metrics = new(_planId);

    private TestPlan Plan => new() { Id = _planId };

    private PlanOptions Options => new() { TimeProvider = _clock };

    public void Dispose() => _metrics.Dispose();

    [Fact]
    public async Task Steps_are_counted_by_how_they_end()
    {
        await Plan
            .Sync("fine", static () => { })
            .Sync("fails", static () => throw new IOException("line cut"), after: ["fine"], onFailure: FailurePolicy.SkipDependents)
            .Sync("skipped", static () => { }, after: ["fails"])
            .Start(Options).Completion.Soon();

        Assert.Equal(
            [
                "1 plandsl.step.id=fine plandsl.step.status=succeeded",
                "1 plandsl.step.id=fails plandsl.step.status=failed error.type=System.IO.IOException",
                "1 plandsl.step.id=skipped plandsl.step.status=skipped",
            ],
            _metrics.Of("plandsl.steps"));
    }

    [Fact]
    public async Task The_time_of_runs_and_steps_is_measured_in_seconds()
    {
        await Plan
            .Sync("a", () => _clock.Advance(TimeSpan.FromMilliseconds(1500)))
            .Sync("b", () => _clock.Advance(TimeSpan.FromMilliseconds(500)), after: ["a"])
            .Start(Options).Completion.Soon();

        Assert.Equal(["1.5 plandsl.step.id=a plandsl.step.status=succeeded", "0.5 plandsl.step.id=b plandsl.step.status=succeeded"], _metrics.Of("plandsl.step.duration"));
        Assert.Equal(["2 plandsl.run.status=succeeded"], _metrics.Of("plandsl.run.duration"));
    }

    [Fact]
    public async Task The_time_in_line_counts_from_when_a_step_is_ready()
    {
        await new TestPlan { Id = _planId, MaxParallel = 1 }
            .Sync("first", () => _clock.Advance(TimeSpan.FromSeconds(1)))
            .Sync("second", () => _clock.Advance(TimeSpan.FromSeconds(2)))
            .Sync("third", static () => { }, after: ["first"])
            .Start(Options).Completion.Soon();

        // The third goes ahead of the second: the worker goes on with what it has made ready.
        Assert.Equal(
            ["0 plandsl.step.id=first", "0 plandsl.step.id=third", "1 plandsl.step.id=second"],
            _metrics.Of("plandsl.step.queue_time"));
    }

    [Fact]
    public async Task Retries_are_counted_and_their_delay_is_no_time_in_line()
    {
        var run = Plan
            .Governed("a", static context => context.Attempt == 1 ? throw new IOException("line cut") : Task.CompletedTask, new() { Retries = 2, RetryDelay = TimeSpan.FromSeconds(3) })
            .Start(Options);
        await _clock.WhenTimerIsDueIn(TimeSpan.FromSeconds(3)).Soon();
        _clock.Advance(TimeSpan.FromSeconds(3));
        await run.Completion.Soon();

        Assert.Equal(["1 plandsl.step.id=a"], _metrics.Of("plandsl.step.retries"));
        Assert.Equal(["0 plandsl.step.id=a", "0 plandsl.step.id=a"], _metrics.Of("plandsl.step.queue_time"));
        Assert.Equal(["3 plandsl.step.id=a plandsl.step.status=succeeded"], _metrics.Of("plandsl.step.duration"));
    }

    [Fact]
    public async Task Members_and_elements_are_counted_under_names_of_which_there_is_an_end()
    {
        await Plan
            .Sync("a", static () => { })
            .Sync("b", static () => throw new IOException("line cut"))
            .ForEach("each", static () => FanOut.Over<int, int>([1, 2, 3]), static (_, _) => Task.CompletedTask)
            .Group("g", ParallelStrategy.BestEffort, ["a", "b"])
            .Start(Options).Completion.Soon();

        Assert.Equal(
            [
                "1 plandsl.step.id=each plandsl.step.status=succeeded",
                "1 plandsl.step.id=each[] plandsl.step.status=succeeded",
                "1 plandsl.step.id=each[] plandsl.step.status=succeeded",
                "1 plandsl.step.id=each[] plandsl.step.status=succeeded",
                "1 plandsl.step.id=g plandsl.step.status=partial",
                "1 plandsl.step.id=g/a plandsl.step.status=succeeded",
                "1 plandsl.step.id=g/b plandsl.step.status=failed error.type=System.IO.IOException",
            ],
            _metrics.Of("plandsl.steps").Order(StringComparer.Ordinal));
        Assert.Equal(
            ["each", "g", "g/a", "g/b"],
            _metrics.Of("plandsl.step.queue_time").Select(static line => line["0 plandsl.step.id=".Length..]).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task What_is_in_flight_goes_up_and_down()
    {
        var gate = new Gate();
        var run = Plan.Async("a", gate).Start(Options);
        await gate.Entered.Soon();
        Assert.Equal(["1 plandsl.step.id=a"], _metrics.Of("plandsl.active_steps"));
        Assert.Equal(["1"], _metrics.Of("plandsl.active_runs"));

        gate.Open();
        await run.Completion.Soon();

        Assert.Equal(["1 plandsl.step.id=a", "-1 plandsl.step.id=a"], _metrics.Of("plandsl.active_steps"));
        Assert.Equal(["1", "-1"], _metrics.Of("plandsl.active_runs"));
    }

    [Fact]
    public async Task A_step_that_waits_is_not_in_flight()
    {
        var run = Plan
            .Governed("a", static _ => throw new IOException("line cut"), new() { Retries = 1, RetryDelay = TimeSpan.FromSeconds(3) })
            .Start(Options);
        await _clock.WhenTimerIsDueIn(TimeSpan.FromSeconds(3)).Soon();
        await run.WhenStatus("a", StepStatus.Waiting);
        Assert.Equal(["1 plandsl.step.id=a", "-1 plandsl.step.id=a"], _metrics.Of("plandsl.active_steps"));
        run.Cancel();
        await run.Completion.Soon();

        Assert.Equal(["1 plandsl.step.id=a", "-1 plandsl.step.id=a"], _metrics.Of("plandsl.active_steps"));
    }

    [Fact]
    public async Task A_step_that_waits_for_a_signal_is_in_flight_again_when_it_has_come()
    {
        var run = Plan.Wait("approve").Start(Options);
        await run.WhenStatus("approve", StepStatus.Waiting);
        run.Signal("approve");
        await run.Completion.Soon();

        Assert.Equal([1, -1, 1, -1], _metrics.Of("plandsl.active_steps").Select(static line => int.Parse(line.Split(' ')[0], null)));
    }

    [Fact]
    public async Task A_run_that_fails_is_measured_with_what_it_failed_with()
    {
        await Plan.Sync("fails", static () => throw new IOException("line cut")).Start(Options).Completion.Soon();

        Assert.Equal(["0 plandsl.run.status=failed error.type=System.IO.IOException"], _metrics.Of("plandsl.run.duration"));
    }
}
