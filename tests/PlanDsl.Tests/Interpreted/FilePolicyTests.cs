using PlanDsl.Testing.Internal;

namespace PlanDsl.Tests;

public sealed class FilePolicyTests
{
    private readonly FilePlan _plans = new();

    [Fact]
    public async Task A_condition_decides_whether_a_step_runs()
    {
        var outcome = await _plans.OutcomeOf(FilePlan.Steps(
            "{ 'id': 'a', 'call': 'echo', 'with': { 'value': 3 } }",
            "{ 'id': 'b', 'call': 'echo', 'condition': 'a > 2 && steps.a.status == \\u0022succeeded\\u0022' }",
            "{ 'id': 'c', 'call': 'echo', 'condition': 'a > 3' }",
            "{ 'id': 'd', 'call': 'echo', 'with': { 'value': '{{ c ?? 0 }}' } }"));

        Assert.Equal("a=Succeeded b=Succeeded c=Skipped d=Succeeded", outcome.Statuses());
    }

    [Fact]
    public async Task A_condition_that_cannot_be_said_is_a_failure_of_kind_condition()
    {
        var outcome = await _plans.OutcomeOf(FilePlan.Steps("{ 'id': 'a', 'call': 'echo', 'with': { 'value': 'x' } }", "{ 'id': 'b', 'call': 'echo', 'condition': 'a > 2', 'retries': 2 }"));

        Assert.Equal((FailureKind.Condition, "b"), (outcome.Error!.Kind, outcome.Error.StepId));
        Assert.StartsWith("The condition of step 'b' has no answer: 'a' is a string and '2' is a number", outcome.Error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_loop_whose_end_cannot_be_said_is_a_failure_of_kind_condition()
    {
        var outcome = await _plans.OutcomeOf(FilePlan.Steps("{ 'id': 'a', 'call': 'echo', 'with': { 'value': 'x' }, 'repeat_until': 'result > 2', 'max_iterations': 2 }"));

        Assert.Equal((FailureKind.Condition, "a"), (outcome.Error!.Kind, outcome.Error.StepId));
        Assert.StartsWith("The repeat_until of step 'a' has no answer: 'result' is a string and '2' is a number", outcome.Error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_step_runs_for_each_element()
    {
        var results = await _plans.RunAsync(FilePlan.Steps(
            "{ 'id': 'a', 'call': 'echo', 'with': { 'value': ['x', 'y'] } }",
            "{ 'id': 'b', 'for_each': 'a', 'call': 'echo', 'with': { 'value': '{{ index }}{{ item }}' } }",
            "{ 'id': 'c', 'call': 'echo', 'with': { 'value': '{{ b[1] }}' } }"));

        Assert.Equal("""a=["x","y"] b=["0x","1y"] c="1y" """.Trim(), results);
    }

    [Fact]
    public async Task What_is_no_array_has_no_elements()
    {
        var outcome = await _plans.OutcomeOf(FilePlan.Steps("{ 'id': 'a', 'call': 'echo' }", "{ 'id': 'b', 'for_each': 'a', 'call': 'echo' }"));

        Assert.Equal((FailureKind.Binding, "b"), (outcome.Error!.Kind, outcome.Error.StepId));
        Assert.Equal("'for_each' of step 'b' is a, which is no array here; name one, or let a step in between say what to go through then.", outcome.Error.Message);
    }

    [Fact]
    public async Task Elements_that_fail_are_null_where_the_step_goes_on()
    {
        _plans.Handlers.Add("odd", static (with, _) => with.GetProperty("n").GetInt32() % 2 == 1 ? new(with.GetProperty("n")) : throw new InvalidOperationException("even"));
        var results = await _plans.RunAsync(FilePlan.Quoted(
            "{ 'bindings': { 'all': [1, 2, 3] }, 'steps': [ { 'id': 'b', 'for_each': 'bindings.all', 'on_failure': 'continue', 'call': 'odd', 'with': { 'n': '{{ item }}' } } ] }"));

        Assert.Equal("b=[1,null,3]", results);
    }

    [Fact]
    public async Task A_step_is_repeated_until_its_condition_holds()
    {
        _plans.Handlers.Add("add", static (with, _) => new(System.Text.Json.JsonSerializer.SerializeToElement(with.GetProperty("to").GetInt32() + with.GetProperty("n").GetInt32())));
        var results = await _plans.RunAsync(FilePlan.Steps(
            "{ 'id': 'a', 'call': 'add', 'with': { 'to': '{{ previous ?? 0 }}', 'n': '{{ iteration }}' }, 'repeat_until': 'result >= 6 && previous == 3 && iteration == 3', 'max_iterations': 5 }",
            "{ 'id': 'b', 'call': 'echo', 'with': { 'value': '{{ a }}' } }"));

        Assert.Equal("a=6 b=6", results);
    }

    [Fact]
    public async Task A_loop_that_is_exhausted_fails_or_takes_its_last_result()
    {
        var failed = await _plans.OutcomeOf(FilePlan.Steps("{ 'id': 'a', 'call': 'echo', 'repeat_until': 'false', 'max_iterations': 2 }"));
        Assert.Equal(FailureKind.Exhausted, failed.Error!.Kind);

        Assert.Equal("a=1", await _plans.RunAsync(FilePlan.Steps("{ 'id': 'a', 'call': 'echo', 'with': { 'value': 1 }, 'repeat_until': 'false', 'max_iterations': 2, 'on_exhausted': 'use_last' }")));
    }

    [Fact]
    public async Task A_fallback_stands_in_for_a_step_that_fails()
    {
        var outcome = await _plans.OutcomeOf(FilePlan.Steps(
            "{ 'id': 'a', 'call': 'fail', 'fallback': { 'call': 'echo', 'with': { 'value': 'instead' } } }", "{ 'id': 'b', 'call': 'echo', 'with': { 'value': '{{ a }}' } }"));

        Assert.Equal("""a="instead" b="instead" """.Trim(), FilePlan.Json(outcome.Results!));
        Assert.True(outcome.Steps[0].IsFallback);
    }

    [Fact]
    public async Task What_was_done_is_undone_when_the_run_fails()
    {
        var outcome = await _plans.OutcomeOf(FilePlan.Steps(
            "{ 'id': 'a', 'call': 'echo', 'with': { 'value': 5 }, 'compensate': { 'call': 'echo', 'with': { 'undo': '{{ result }}' } } }", "{ 'id': 'b', 'call': 'fail', 'depends_on': ['a'] }"));

        Assert.Equal(CompensationStatus.Succeeded, outcome.Steps[0].Compensation!.Status);
        Assert.Equal("""echo {"undo":5}""", _plans.Calls[^1]);
    }

    [Fact]
    public async Task Steps_that_run_also_after_failures_read_how_others_ended()
    {
        await _plans.OutcomeOf(FilePlan.Steps(
            "{ 'id': 'a', 'call': 'fail', 'with': { 'message': 'no way' } }",
            "{ 'id': 'b', 'call': 'echo', 'run_when': 'failure', 'with': { 'value': '{{ steps.a.status }}: {{ steps.a.error.message }}' } }"));

        Assert.Equal("""echo {"value":"failed: no way"}""", _plans.Calls[^1]);
    }

    [Theory]
    [InlineData("'retry_on': ['exception']", 3)]
    [InlineData("'retry_on': ['timeout']", 1)]
    [InlineData("'no_retry_on': ['exception']", 1)]
    [InlineData("'no_retry_on': ['timeout', 'exit_code']", 3)]
    public async Task Kinds_of_failure_choose_what_is_retried(string choice, int attempts)
    {
        var outcome = await _plans.OutcomeOf(FilePlan.Steps($"{{ 'id': 'a', 'call': 'fail', 'retries': 2, {choice} }}"));

        Assert.Equal(attempts, outcome.Steps[0].Attempts);
    }

    [Fact]
    public async Task A_step_waits_for_its_signal_and_has_what_that_brings()
    {
        var run = _plans.Start(FilePlan.Steps("{ 'id': 'a', 'wait': { 'signal': 'go' } }", "{ 'id': 'b', 'wait': { 'signal': 'stop' } }", "{ 'id': 'c', 'call': 'echo', 'with': { 'value': '{{ a.by }}' } }"));
        run.Signal("go", new System.Text.Json.Nodes.JsonObject { ["by"] = "ann" });
        run.Signal("stop");

        Assert.Equal("""a={"by":"ann"} b=null c="ann" """.Trim(), FilePlan.Json(await run.GetResultsAsync().Soon()));
    }

    [Fact]
    public async Task A_signal_that_plan_files_cannot_read_is_refused()
    {
        var run = _plans.Start(FilePlan.Steps("{ 'id': 'a', 'wait': { 'signal': 'go' } }"));

        Assert.Throws<ArgumentException>(() => run.Signal("go", new object()));
        run.Signal("go", "yes");
        Assert.Equal("""a="yes" """.Trim(), FilePlan.Json(await run.GetResultsAsync().Soon()));
    }

    [Fact]
    public async Task A_step_that_takes_too_long_fails_in_the_time_of_the_run()
    {
        var time = new ManualTimeProvider();
        var gate = new Gate { HeedsCancellation = true };
        _plans.Handlers.Add("hold", async (_, token) =>
        {
            await gate.EnterAsync(token);
            return default;
        });
        var run = _plans.Start(FilePlan.Steps("{ 'id': 'a', 'call': 'hold', 'timeout_sec': 1.5 }"), options: new() { TimeProvider = time });
        await gate.Entered.Soon();
        time.Advance(TimeSpan.FromSeconds(1.5));

        Assert.Equal(FailureKind.Timeout, (await run.Completion.Soon()).Error!.Kind);
    }

    [Fact]
    public async Task A_bound_on_runs_holds_beside_that_of_the_plan()
    {
        var time = new ManualTimeProvider();
        _plans.Options.Timeout = TimeSpan.FromSeconds(2);
        var run = _plans.Start(FilePlan.Quoted("{ 'limits': { 'timeout_sec': 9 }, 'steps': [ { 'id': 'a', 'wait': { 'signal': 'go' } } ] }"), options: new() { TimeProvider = time });
        await run.WhenStatus("a", StepStatus.Waiting);
        time.Advance(TimeSpan.FromSeconds(2));

        Assert.Equal((RunStatus.Failed, FailureKind.Timeout), ((await run.Completion.Soon()).Status, (await run.Completion).Error!.Kind));
    }
}
