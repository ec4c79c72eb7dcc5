using PlanDsl.Testing.Internal;

namespace PlanDsl.Tests;

public sealed class FanOutTests
{
    private readonly ManualTimeProvider _clock = new();
    private readonly EventRecorder _recorder = new();
    private readonly Gate[] _gates = [.. Enumerable.Range(0, 4).Select(static _ => new Gate { HeedsCancellation = true })];

    private PlanOptions Options => new() { TimeProvider = _clock, Observer = _recorder };

    [Fact]
    public async Task The_body_is_called_for_each_element_and_results_keep_their_order()
    {
        FanOut<int, string>? opened = null;
        var run = new TestPlan().ForEach("a", () => opened = FanOut.Over<int, string>([0, 1, 2, 3]), async (fanOut, context) =>
        {
            await _gates[fanOut.ElementOf(context)].EnterAsync(context.CancellationToken).ConfigureAwait(false);
            fanOut.SetResult(context, $"{fanOut.ElementOf(context)} at {context.ElementIndex}");
        }).Start(Options);
        foreach (var gate in _gates.Reverse())
        {
            await gate.Entered.Soon();
            gate.Open();
        }

        var outcome = await run.Completion.Soon();
        await _recorder.Ended.Soon();

        Assert.Equal(["0 at 0", "1 at 1", "2 at 2", "3 at 3"], opened!.Results);
        Assert.Equal("a=Succeeded(a[0]=Succeeded a[1]=Succeeded a[2]=Succeeded a[3]=Succeeded)", outcome.Steps.Tree());
        Assert.Equal(["a"], _recorder.Events.OfType<StepEvent>().Where(static step => step.StepPath != "a").Select(static step => step.Parent).Distinct());
        _recorder.AssertTellOf(outcome, "fan-out");
    }

    [Fact]
    public async Task An_empty_source_succeeds_with_an_empty_array()
    {
        FanOut<int, int>? opened = null;
        var outcome = await new TestPlan().ForEach("a", () => opened = FanOut.Over<int, int>([]), static (_, _) => Task.CompletedTask).Start(Options).Completion.Soon();

        Assert.Equal("a=Succeeded", outcome.Steps.Tree());
        Assert.Empty(opened!.Results);
    }

    [Theory]
    [InlineData(null, 2, 2)]
    [InlineData(1, 2, 1)]
    [InlineData(3, null, 3)]
    [InlineData(null, null, 4)]
    public async Task Its_own_bound_lies_within_the_plans(int? ofPlan, int? own, int expected)
    {
        var plan = new TestPlan { MaxParallel = ofPlan }.ForEach("a", static () => FanOut.Over([0, 1, 2, 3]), EnterAsync);
        var run = (own is { } bound ? plan.AtOnce(bound) : plan).Start(Options);
        for (var i = 0; i < expected; i++)
            await _gates[i].Entered.Soon();

        for (var next = expected; next < _gates.Length; next++)
        {
            Assert.Equal(next, _gates.Count(static gate => gate.IsEntered));
            _gates[next - expected].Open();
            await _gates[next].Entered.Soon();
        }

        foreach (var gate in _gates)
            gate.Open();
        Assert.Equal(RunStatus.Succeeded, (await run.Completion.Soon()).Status);
    }

    [Fact]
    public async Task Elements_and_other_steps_take_turns()
    {
        var other = new Gate();
        var otherFails = true;
        var run = new TestPlan { MaxParallel = 1 }.ForEach("a", static () => FanOut.Over([0, 1, 2, 3]), EnterAsync)
            .Async("other", token => otherFails ? throw new InvalidOperationException("once") : other.EnterAsync(token))
            .With(new() { Retries = 1, RetryDelay = TimeSpan.FromSeconds(1) }).Start(Options);
        await _gates[0].Entered.Soon();
        otherFails = false;
        _clock.Advance(TimeSpan.FromSeconds(1));
        _gates[0].Open();
        await _gates[1].Entered.Soon();
        _gates[1].Open();
        await other.Entered.Soon();

        Assert.False(_gates[2].IsEntered);
        other.Open();
        foreach (var gate in _gates)
            gate.Open();
        Assert.Equal(RunStatus.Succeeded, (await run.Completion.Soon()).Status);
    }

    [Theory]
    [InlineData(FailurePolicy.Abort, "a=Failed(a[0]=Cancelled a[1]=Failed a[2]=Cancelled a[3]=Cancelled) after=Cancelled", RunStatus.Failed)]
    [InlineData(FailurePolicy.SkipDependents, "a=Failed(a[0]=Succeeded a[1]=Failed a[2]=Succeeded a[3]=Succeeded) after=Skipped", RunStatus.Failed)]
    [InlineData(FailurePolicy.Continue, "a=Succeeded(a[0]=Succeeded a[1]=Failed a[2]=Succeeded a[3]=Succeeded) after=Succeeded", RunStatus.Succeeded)]
    public async Task The_policy_says_what_the_failure_of_an_element_means(FailurePolicy onFailure, string expected, RunStatus status)
    {
        FanOut<int, string>? opened = null;
        var run = new TestPlan().ForEach("a", () => opened = FanOut.Over<int, string>([0, 1, 2, 3]), async (fanOut, context) =>
        {
            await EnterAsync(fanOut, context).ConfigureAwait(false);
            fanOut.SetResult(context, "done");
        }, onFailure: onFailure).Async("after", static _ => Task.CompletedTask, after: ["a"]).Start(Options);
        await _gates[3].Entered.Soon();
        _gates[1].Fail(new InvalidOperationException("broken"));
        await run.WhenStatus("a[1]", StepStatus.Failed);
        foreach (var gate in _gates)
            gate.Open();

        var outcome = await run.Completion.Soon();
        await _recorder.Ended.Soon();

        if (onFailure is FailurePolicy.Abort)
            Assert.All(_gates, static gate => Assert.True(gate.Token.IsCancellationRequested || gate.HeedsCancellation));
        Assert.Equal(status, outcome.Status);
        Assert.Equal(StepStatus.Failed, outcome.Steps[0].Children[1].Status);
        if (onFailure is not FailurePolicy.Abort)
            Assert.Equal(expected, outcome.Steps.Tree());
        if (onFailure is FailurePolicy.Continue)
            Assert.Equal("done,,done,done", string.Join(',', opened!.Results));
        else
            Assert.Equal(("broken", "a[1]"), (outcome.Error!.Message, outcome.Error.StepId));
        _recorder.AssertTellOf(outcome, $"{onFailure}");
    }

    [Fact]
    public async Task An_aborting_failure_cancels_the_other_elements_and_starts_no_more()
    {
        var run = new TestPlan().ForEach("a", static () => FanOut.Over([0, 1, 2, 3]), EnterAsync).AtOnce(2).Start(Options);
        await _gates[1].Entered.Soon();
        _gates[1].Fail(new InvalidOperationException("broken"));

        var outcome = await run.Completion.Soon();
        await _recorder.Ended.Soon();

        Assert.Equal("a=Failed(a[0]=Cancelled a[1]=Failed)", outcome.Steps.Tree());
        Assert.False(_gates[2].IsEntered);
        _recorder.AssertTellOf(outcome, "abort");
    }

    [Fact]
    public async Task Retries_timeouts_and_fallback_are_the_elements()
    {
        var calls = new int[3];
        var run = new TestPlan().ForEach("a", static () => FanOut.Over([0, 1, 2]), (fanOut, context) =>
        {
            calls[fanOut.ElementOf(context)]++;
            return fanOut.ElementOf(context) switch
            {
                0 when context.Attempt == 1 => throw new InvalidOperationException("once"),
                1 => throw new InvalidOperationException("always"),
                2 => _gates[2 + context.Attempt - 1].EnterAsync(context.CancellationToken),
                _ => Task.CompletedTask,
            };
        }).Policy(static policy => policy with { Retries = 1, Timeout = TimeSpan.FromSeconds(1) }).Fallback(static _ => Task.CompletedTask).Start(Options);
        await _gates[2].Entered.Soon();
        _clock.Advance(TimeSpan.FromSeconds(1));
        await _gates[3].Entered.Soon();
        _gates[3].Open();

        var outcome = await run.Completion.Soon();
        await _recorder.Ended.Soon();

        Assert.Equal("a=Succeeded(a[0]=Succeeded a[1]=Succeeded a[2]=Succeeded)", outcome.Steps.Tree());
        Assert.Equal([false, true, false], outcome.Steps[0].Children.Select(static element => element.IsFallback));
        Assert.Equal([2, 2, 1], calls.Select(static (count, element) => element == 2 ? 1 : count));
        _recorder.AssertTellOf(outcome, "policies");
    }

    [Fact]
    public async Task A_total_timeout_bounds_the_whole()
    {
        var run = new TestPlan().ForEach("a", static () => FanOut.Over([0, 1, 2, 3]), EnterAsync).AtOnce(2)
            .Policy(static policy => policy with { TotalTimeout = TimeSpan.FromSeconds(3) }).Start(Options);
        await _gates[1].Entered.Soon();
        _clock.Advance(TimeSpan.FromSeconds(3));

        var outcome = await run.Completion.Soon();
        await _recorder.Ended.Soon();

        Assert.Equal("a=Failed(a[0]=Cancelled a[1]=Cancelled)", outcome.Steps.Tree());
        Assert.Equal(FailureKind.Timeout, outcome.Error!.Kind);
        _recorder.AssertTellOf(outcome, "total timeout");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Cancelling_the_run_or_the_step_cancels_its_elements(bool byName)
    {
        var run = new TestPlan().ForEach("a", static () => FanOut.Over([0, 1, 2, 3]), EnterAsync).AtOnce(2).Start(Options);
        await _gates[1].Entered.Soon();
        if (byName)
            run.CancelStep("a");
        else
            run.Cancel();

        var outcome = await run.Completion.Soon();
        await _recorder.Ended.Soon();

        Assert.Equal("a=Cancelled(a[0]=Cancelled a[1]=Cancelled)", outcome.Steps.Tree());
        _recorder.AssertTellOf(outcome, "cancelled");
    }

    [Theory]
    [InlineData(FailurePolicy.Abort)]
    [InlineData(FailurePolicy.Continue)]
    public async Task A_fan_out_all_of_whose_bodies_return_has_succeeded_even_if_the_run_was_cancelled(FailurePolicy onFailure)
    {
        var gates = Enumerable.Range(0, 2).Select(static _ => new Gate()).ToArray();
        var run = new TestPlan().ForEach("a", static () => FanOut.Over([0, 1]), (fanOut, context) => gates[fanOut.ElementOf(context)].EnterAsync(context.CancellationToken), onFailure: onFailure)
            .Start(Options);
        await gates[1].Entered.Soon();
        run.Cancel();
        foreach (var gate in gates)
            gate.Open();

        var outcome = await run.Completion.Soon();
        await _recorder.Ended.Soon();

        Assert.Equal(("a=Succeeded(a[0]=Succeeded a[1]=Succeeded)", RunStatus.Cancelled), (outcome.Steps.Tree(), outcome.Status));
        _recorder.AssertTellOf(outcome, "returned");
    }

    [Fact]
    public async Task An_element_that_waits_for_its_retry_is_cancelled_with_the_run()
    {
        var run = new TestPlan().ForEach("a", static () => FanOut.Over([0]), static (_, _) => throw new InvalidOperationException("broken"))
            .Policy(static policy => policy with { Retries = 1, RetryDelay = TimeSpan.FromHours(1) }).Start(Options);
        await run.WhenStatus("a[0]", StepStatus.Waiting);
        run.Cancel();

        Assert.Equal("a=Cancelled(a[0]=Cancelled)", (await run.Completion.Soon()).Steps.Tree());
    }

    [Fact]
    public async Task An_asynchronous_source_is_asked_for_an_element_when_the_one_before_has_started()
    {
        var asked = 0;
        var next = new Gate();
        async IAsyncEnumerable<int> Source()
        {
            for (var i = 0; i < 4; i++)
            {
                asked = i;
                if (i == 3)
                    await next.EnterAsync(default).ConfigureAwait(false);
                yield return i;
            }
        }

        var run = new TestPlan().ForEach("a", () => FanOut.Over<int, int>(Source()), async (fanOut, context) =>
        {
            await EnterAsync(fanOut, context).ConfigureAwait(false);
            fanOut.SetResult(context, 10 * fanOut.ElementOf(context));
        }).AtOnce(2).Start(Options);
        await _gates[1].Entered.Soon();
        Assert.Equal(2, asked);
        _gates[0].Open();
        await next.Entered.Soon();
        _gates[1].Open();
        _gates[2].Open();
        await run.WhenStatus("a[2]", StepStatus.Succeeded);
        next.Open();
        _gates[3].Open();

        Assert.Equal((RunStatus.Succeeded, 4), ((await run.Completion.Soon()).Status, run.Steps[0].Children.Count));
    }

    [Theory]
    [InlineData(FailurePolicy.Abort, "a=Failed(a[0]=Cancelled)")]
    [InlineData(FailurePolicy.Continue, "a=Failed(a[0]=Succeeded)")]
    public async Task A_source_that_throws_fails_the_step(FailurePolicy onFailure, string expected)
    {
        static IEnumerable<int> Source()
        {
            yield return 0;
            throw new InvalidOperationException("no more");
        }

        var run = new TestPlan().ForEach("a", static () => FanOut.Over(Source()), EnterAsync, onFailure: onFailure).Start(Options);
        await _gates[0].Entered.Soon();
        if (onFailure is FailurePolicy.Continue)
            _gates[0].Open();

        var outcome = await run.Completion.Soon();

        Assert.Equal((expected, "no more", "a"), (outcome.Steps.Tree(), outcome.Steps[0].Error!.Message, outcome.Steps[0].Error!.StepId));
    }

    [Fact]
    public async Task Synchronous_bodies_run_on_several_threads()
    {
        using var meeting = new Barrier(2);
        var outcome = await new TestPlan().ForEach("a", static () => FanOut.Over([0, 1]), (_, _) =>
        {
            Assert.True(meeting.SignalAndWait(TimeSpan.FromSeconds(60)));
            return Task.CompletedTask;
        }, isAsync: false).Start().Completion.Soon();

        Assert.Equal(RunStatus.Succeeded, outcome.Status);
    }

    [Fact]
    public async Task An_element_may_be_a_loop_with_previous_results_of_its_own()
    {
        FanOut<int, int>? opened = null;
        var outcome = await new TestPlan().ForEach("a", () => opened = FanOut.Over<int, int>([5, 6]), (fanOut, context) =>
        {
            fanOut.SetResult(context, fanOut.PreviousOf(context) + fanOut.ElementOf(context));
            return Task.CompletedTask;
        }).Until(context => opened!.ResultOf(context) >= 12, maxIterations: 5).Start(Options).Completion.Soon();
        await _recorder.Ended.Soon();

        Assert.Equal([15, 12], opened!.Results);
        Assert.Equal(
            "a=Succeeded(a[0]=Succeeded(a[0]#1=Succeeded a[0]#2=Succeeded a[0]#3=Succeeded) a[1]=Succeeded(a[1]#1=Succeeded a[1]#2=Succeeded))",
            outcome.Steps.Tree());
        _recorder.AssertTellOf(outcome, "loops");
    }

    [Fact]
    public async Task A_loop_in_an_element_waits_for_its_turn()
    {
        var outcome = await new TestPlan { MaxParallel = 1 }.ForEach("a", static () => FanOut.Over(Enumerable.Range(0, 50)), static async (_, _) => await Task.Yield())
            .Until(static context => context.Iteration == 3, maxIterations: 5).Start(Options).Completion.Soon();

        Assert.All(outcome.Steps[0].Children, static element => Assert.Equal((StepStatus.Succeeded, 3), (element.Status, element.Children.Count)));
    }

    [Fact]
    public async Task Elements_are_compensated_one_by_one_last_first()
    {
        var undone = new List<int>();
        FanOut<int>? opened = null;
        var outcome = await new TestPlan().ForEach("a", () => opened = FanOut.Over([0, 1, 2]), static (_, _) => Task.CompletedTask).AtOnce(1)
            .Compensate(context =>
            {
                undone.Add(opened!.ElementOf(context));
                return Task.CompletedTask;
            })
            .Async("b", static _ => throw new InvalidOperationException("broken"), after: ["a"]).Start(Options).Completion.Soon();

        Assert.Equal((RunStatus.Failed, "2,1,0"), (outcome.Status, string.Join(',', undone)));
    }

    private Task EnterAsync(FanOut<int> fanOut, StepContext context) => _gates[fanOut.ElementOf(context)].EnterAsync(context.CancellationToken);
}
