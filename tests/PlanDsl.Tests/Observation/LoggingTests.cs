using Microsoft.Extensions.Logging;
using PlanDsl.Testing.Internal;

namespace PlanDsl.Tests;

public sealed class LoggingTests : IDisposable
{
    private readonly LogRecorder _log = new();
    private readonly ManualTimeProvider _clock = new();

    private PlanOptions Options => new() { LoggerFactory = _log, TimeProvider = _clock, RunId = "run-1" };

    private IEnumerable<(LogLevel Level, string Message)> Lines() => _log.Lines.Select(static line => (line.Level, line.Message));

    public void Dispose() => _log.Dispose();

    [Fact]
    public async Task A_run_is_logged_from_its_start_to_its_end()
    {
        await new TestPlan()
            .Sync("a", () => _clock.Advance(TimeSpan.FromSeconds(2)))
            .Start(Options).Completion.Soon();

        Assert.Equal(
            [
                "Run run-1 of plan test started",
                "Step a of run run-1 started attempt 1",
                "Step a of run run-1 succeeded in attempt 1",
                "Run run-1 of plan test succeeded in 00:00:02",
            ],
            _log.Messages());
        Assert.Equal([LogLevel.Information, LogLevel.Debug, LogLevel.Debug, LogLevel.Information], _log.Lines.Select(static line => line.Level));
        Assert.All(_log.Lines, static line => Assert.Equal("PlanDsl", line.Category));
    }

    [Fact]
    public async Task What_goes_wrong_is_a_warning_in_its_step_and_an_error_of_the_run()
    {
        var broken = new InvalidOperationException("broken");
        await new TestPlan()
            .Sync("fails", () => throw broken)
            .Sync("never", static () => { }, after: ["fails"])
            .Start(Options).Completion.Soon();

        Assert.Equal(
            [
                (LogLevel.Warning, "Step fails of run run-1 failed in attempt 1: broken", broken),
                (LogLevel.Error, "Run run-1 of plan test failed after 00:00:00 (step fails): broken", null),
            ],
            _log.Lines.Where(static line => line.Level >= LogLevel.Warning).Select(static line => (line.Level, line.Message, line.Exception)));
        Assert.Contains("Step never of run run-1 was cancelled", _log.Messages());
    }

    [Fact]
    public async Task A_retry_and_its_reason_are_logged()
    {
        var run = new TestPlan()
            .Governed("a", static context => context.Attempt == 1 ? throw new IOException("line cut") : Task.CompletedTask, new() { Retries = 1, RetryDelay = TimeSpan.FromSeconds(3) })
            .Start(Options);
        await _clock.WhenTimerIsDueIn(TimeSpan.FromSeconds(3)).Soon();
        _clock.Advance(TimeSpan.FromSeconds(3));
        await run.Completion.Soon();

        Assert.Equal(
            [
                "Step a of run run-1 started attempt 1",
                "Attempt 1 of step a of run run-1 failed, another follows in 00:00:03: line cut",
                "Step a of run run-1 waits",
                "Step a of run run-1 started attempt 2",
                "Step a of run run-1 succeeded in attempt 2",
            ],
            _log.Messages().Where(static message => !message.StartsWith("Run", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_timeout_is_logged_when_it_is_reached_not_when_the_body_returns()
    {
        var gate = new Gate();
        var run = new TestPlan().Async("a", gate).With(new() { Timeout = TimeSpan.FromSeconds(1) }).Start(Options);
        await gate.Entered.Soon();

        _clock.Advance(TimeSpan.FromSeconds(1));

        Assert.Contains("Attempt 1 of step a of run run-1 has reached its timeout of 00:00:01", _log.Messages(LogLevel.Warning));
        gate.Open();
        await run.Completion.Soon();
    }

    [Fact]
    public async Task A_fallback_that_helped_and_what_is_undone_are_logged()
    {
        await new TestPlan()
            .Sync("a", static () => throw new IOException("line cut")).Fallback(static _ => Task.CompletedTask)
            .Sync("b", static () => { }, after: ["a"]).Compensate(static _ => Task.CompletedTask)
            .Sync("c", static () => { }, after: ["b"]).Compensate(static _ => throw new IOException("gone"))
            .Sync("fails", static () => throw new InvalidOperationException("broken"), after: ["c"])
            .Start(Options).Completion.Soon();

        Assert.Equal(
            [
                "Run run-1 of plan test started",
                "Step a of run run-1 failed in attempt 1, and its fallback stepped in: line cut",
                "Step fails of run run-1 failed in attempt 1: broken",
                "What step c of run run-1 did is being undone",
                "What step c of run run-1 did could not be undone: gone",
                "What step b of run run-1 did is being undone",
                "What step b of run run-1 did is undone",
                "Run run-1 of plan test failed after 00:00:00 (step fails): broken",
            ],
            _log.Messages(LogLevel.Information));
        Assert.IsType<IOException>(Assert.Single(_log.Lines, static line => line.Id.Name == "StepFellBack").Exception);
    }

    [Fact]
    public async Task A_signal_that_is_kept_is_logged_as_such()
    {
        var first = new Gate();
        var run = new TestPlan().Async("first", first).Wait("approve", after: ["first"]).Start(Options);
        await first.Entered.Soon();
        run.Signal("approve");
        first.Open();
        await run.Completion.Soon();

        Assert.Contains((LogLevel.Information, "Run run-1 has received the signal approve, and keeps it until a step waits for it"), Lines());
    }

    [Fact]
    public async Task What_a_step_does_besides_is_logged()
    {
        var run = new TestPlan()
            .Governed("a", static context =>
            {
                context.ReportProgress(0.5, "half");
                context.Heartbeat();
                return Task.CompletedTask;
            })
            .Sync("skipped", static () => { }, after: ["a"]).When(static () => false)
            .Wait("approve", after: ["skipped"])
            .Start(Options);
        await run.WhenStatus("approve", StepStatus.Waiting);
        run.Signal("approve");
        await run.Completion.Soon();

        Assert.Contains((LogLevel.Trace, "Attempt 1 of step a of run run-1 has come to 0.5: half"), Lines());
        Assert.Contains((LogLevel.Trace, "Attempt 1 of step a of run run-1 is alive"), Lines());
        Assert.Contains((LogLevel.Debug, "Step skipped of run run-1 was skipped: Condition"), Lines());
        Assert.Contains((LogLevel.Information, "Run run-1 has received the signal approve, for which step approve waited"), Lines());
    }

    [Fact]
    public async Task A_step_that_runs_out_of_time_and_a_body_that_does_not_stop_are_warnings()
    {
        var deaf = new Gate();
        var run = new TestPlan().Async("a", deaf).With(new() { TotalTimeout = TimeSpan.FromSeconds(1) }).Start(Options);
        await deaf.Entered.Soon();
        _clock.Advance(TimeSpan.FromSeconds(31));
        await run.Completion.Soon();

        Assert.Equal(
            [
                "Step a of run run-1 has reached its total timeout of 00:00:01",
                "A body of step a of run run-1 does not heed its cancellation; the run goes on without it (attempts made: 1)",
            ],
            Lines().Where(static line => line.Level is LogLevel.Warning).Select(static line => line.Message));
    }

    [Fact]
    public async Task Cancellation_is_no_error()
    {
        var gate = new Gate { HeedsCancellation = true };
        var run = new TestPlan().Async("a", gate).Start(Options);
        await gate.Entered.Soon();
        run.Cancel();
        await run.Completion.Soon();

        Assert.Equal(
            ["Run run-1 of plan test started", "Run run-1 of plan test is asked to cancel", "Run run-1 of plan test was cancelled after 00:00:00"],
            _log.Messages(LogLevel.Information));
        Assert.Empty(_log.Messages(LogLevel.Warning));
    }

    [Fact]
    public async Task A_body_logs_under_its_plan_and_names_its_attempt()
    {
        await new TestPlan()
            .Governed("a", static context =>
            {
                context.Logger.Log(LogLevel.Information, "from the body");
                return Task.CompletedTask;
            })
            .Start(Options).Completion.Soon();

        var line = Assert.Single(_log.Lines, static line => line.Message == "from the body");
        Assert.Equal(("test", "PlanId:test RunId:run-1 StepPath:a Attempt:1"), (line.Category, line.Scopes));
    }

    [Fact]
    public async Task Whatever_a_body_logs_names_its_attempt_after_its_awaits_too_and_nothing_else_does()
    {
        var mine = _log.CreateLogger("mine");
        await new TestPlan()
            .Async("a", async _ =>
            {
                await Task.Yield();
                mine.Log(LogLevel.Information, "a");
            })
            .Sync("b", () => mine.Log(LogLevel.Information, "b"), after: ["a"])
            .Start(Options).Completion.Soon();
        mine.Log(LogLevel.Information, "after");

        Assert.Equal(
            [("a", "PlanId:test RunId:run-1 StepPath:a Attempt:1"), ("b", "PlanId:test RunId:run-1 StepPath:b Attempt:1"), ("after", "")],
            _log.Lines.Where(static line => line.Category == "mine").Select(static line => (line.Message, line.Scopes)));
    }

    [Fact]
    public async Task A_body_without_a_log_to_write_to_writes_to_none()
    {
        var outcome = await new TestPlan()
            .Governed("a", static context =>
            {
                context.Logger.Log(LogLevel.Critical, "unheard");
                return Task.CompletedTask;
            })
            .Start().Completion.Soon();

        Assert.Equal(RunStatus.Succeeded, outcome.Status);
    }

    [Fact]
    public async Task A_log_that_throws_harms_nobody()
    {
        var log = new LogRecorder { OnLine = static line => throw new InvalidOperationException(line.Message) };

        var outcome = await new TestPlan().Sync("a", static () => { }).Start(new() { LoggerFactory = log }).Completion.Soon();

        Assert.Equal(RunStatus.Succeeded, outcome.Status);
    }

    [Fact]
    public async Task Everything_is_logged_by_the_time_the_run_completes()
    {
        for (var i = 0; i < 100; i++)
        {
            var log = new LogRecorder();
            var plan = new TestPlan();
            for (var step = 0; step < 20; step++)
                plan.Async($"s{step}", static async _ => await Task.Yield());

            await plan.Start(new() { LoggerFactory = log }).Completion.Soon();

            Assert.Equal(42, log.Lines.Count);
            Assert.StartsWith("Run ", log.Lines.Last().Message, StringComparison.Ordinal);
        }
    }
}
