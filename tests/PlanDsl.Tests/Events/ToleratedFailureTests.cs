using Microsoft.Extensions.Logging;

namespace PlanDsl.Tests;

/// <summary>Whoever reads a failure is told whether it mattered.</summary>
public sealed class ToleratedFailureTests
{
    private static readonly Action Fails = static () => throw new InvalidOperationException("broken");

    private readonly EventRecorder _recorder = new();

    [Theory]
    [InlineData(FailurePolicy.Continue, null, true)]
    [InlineData(FailurePolicy.Continue, true, false)]
    [InlineData(FailurePolicy.SkipDependents, null, false)]
    [InlineData(FailurePolicy.SkipDependents, false, true)]
    [InlineData(null, null, false)]
    [InlineData(null, false, true)]
    public async Task A_failure_is_tolerated_if_the_run_can_succeed_in_spite_of_it(FailurePolicy? policy, bool? critical, bool isTolerated)
    {
        var run = new TestPlan().Sync("a", Fails, onFailure: policy, critical: critical).Start(new() { Observer = _recorder });
        var outcome = await run.Completion.Soon();
        await _recorder.Ended.Soon();

        Assert.Equal(isTolerated, outcome.Succeeded);
        Assert.Equal(isTolerated, outcome.Steps[0].IsTolerated);
        Assert.Equal(isTolerated, _recorder.Single<StepFailedEvent>().Tolerated);

        var late = new EventRecorder();
        run.Events.Subscribe(late);
        await late.Ended.Soon();
        Assert.Equal(isTolerated, late.Single<StepFailedEvent>().Tolerated);
    }

    [Theory]
    [InlineData(FailurePolicy.Continue, true)]
    [InlineData(FailurePolicy.Abort, false)]
    public async Task So_is_that_of_an_element_whose_result_is_left_out(FailurePolicy policy, bool isTolerated)
    {
        var run = new TestPlan()
            .ForEach("each", static () => FanOut.Over([1]), static (_, _) => throw new InvalidOperationException("broken"), onFailure: policy)
            .Start(new() { Observer = _recorder });
        await run.Completion.Soon();
        await _recorder.Ended.Soon();

        Assert.Equal(isTolerated, _recorder.Events.OfType<StepFailedEvent>().First().Tolerated);
    }

    [Fact]
    public async Task The_log_has_a_message_of_its_own_for_it()
    {
        using var log = new LogRecorder();
        await new TestPlan()
            .Sync("a", Fails, onFailure: FailurePolicy.Continue)
            .Sync("b", Fails, after: ["a"])
            .Start(new() { LoggerFactory = log, RunId = "run-1" }).Completion.Soon();

        Assert.Equal(
            [
                (26, LogLevel.Warning, "Step a of run run-1 failed in attempt 1, which its policy bears with: broken"),
                (12, LogLevel.Warning, "Step b of run run-1 failed in attempt 1: broken"),
            ],
            log.Lines.Where(static line => line.Level == LogLevel.Warning).Select(static line => (line.Id.Id, line.Level, line.Message)));
    }
}
