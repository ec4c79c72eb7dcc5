using PlanDsl.Testing.Internal;

namespace PlanDsl.Tests;

public sealed class SignalTests
{
    private readonly ManualTimeProvider _clock = new();
    private readonly EventRecorder _recorder = new();
    private readonly List<string> _arrived = [];

    private PlanOptions Options => new() { TimeProvider = _clock, Observer = _recorder };

    [Fact]
    public async Task A_step_waits_for_its_signal_and_is_given_what_that_brings()
    {
        var run = new TestPlan().Wait<string>("approve", _arrived.Add).Sync("after", static () => { }, after: ["approve"]).Start(Options);
        await run.WhenStatus("approve", StepStatus.Waiting);
        Assert.Equal("approve=Waiting after=Pending", run.Steps.Statuses());

        run.Signal("approve", "yes");
        var outcome = await run.Completion.Soon();
        await _recorder.Ended.Soon();

        Assert.Equal("approve=Succeeded after=Succeeded", outcome.Statuses());
        Assert.Equal(["yes"], _arrived);
        Assert.Equal(
            ["RunCreatedEvent", "RunStartedEvent", "StepStartedEvent", "StepWaitingEvent", "SignalReceivedEvent", "StepSucceededEvent"],
            _recorder.Events.Take(6).Select(static happened => happened.GetType().Name));
        Assert.Equal(("approve", "approve"), (_recorder.Single<SignalReceivedEvent>().Name, _recorder.Single<SignalReceivedEvent>().StepPath));
        _recorder.AssertTellOf(outcome, "signal");
    }

    [Fact]
    public async Task Signals_are_kept_by_name_until_a_step_waits_for_them_the_first_first()
    {
        var gate = new Gate();
        var run = new TestPlan { MaxParallel = 1 }
            .Async("first", gate)
            .Governed("a", Take, after: ["first"]).Waits("go", typeof(int))
            .Governed("b", Take, after: ["a"]).Waits("go", typeof(int))
            .Start(Options);

        run.Signal("go", 1);
        run.Signal("go", 2);
        gate.Open();
        var outcome = await run.Completion.Soon();
        await _recorder.Ended.Soon();

        Assert.Equal(["a 1", "b 2"], _arrived);
        Assert.All(_recorder.Events.OfType<SignalReceivedEvent>(), static signal => Assert.Null(signal.StepPath));
        _recorder.AssertTellOf(outcome, "kept");

        async Task Take(StepContext context) => _arrived.Add($"{context.StepId} {await context.WaitForSignalAsync<int>("go").ConfigureAwait(false)}");
    }

    [Fact]
    public async Task Steps_that_wait_for_one_name_are_served_in_the_order_in_which_they_came()
    {
        var run = new TestPlan()
            .Governed("a", Take).Waits("go", typeof(int))
            .Governed("b", Take).Waits("go", typeof(int))
            .Start(Options);
        await run.WhenStatus("b", StepStatus.Waiting);

        run.Signal("go", 1);
        await run.WhenStatus("a", StepStatus.Succeeded);
        Assert.Equal("a=Succeeded b=Waiting", run.Steps.Statuses());
        run.Signal("go", 2);
        await run.Completion.Soon();

        Assert.Equal(["a 1", "b 2"], _arrived);

        async Task Take(StepContext context) => _arrived.Add($"{context.StepId} {await context.WaitForSignalAsync<int>("go").ConfigureAwait(false)}");
    }

    [Fact]
    public async Task A_step_that_waits_holds_no_slot()
    {
        var run = new TestPlan { MaxParallel = 1 }.Wait("approve").Async("other", static _ => Task.CompletedTask).Start();
        await run.WhenStatus("other", StepStatus.Succeeded);
        Assert.Equal("approve=Waiting other=Succeeded", run.Steps.Statuses());

        run.Signal("approve");

        Assert.Equal(RunStatus.Succeeded, (await run.Completion.Soon()).Status);
    }

    [Fact]
    public async Task A_wait_has_its_own_timeout()
    {
        var run = new TestPlan().Wait<string>("approve", _arrived.Add, policy: new() { Timeout = TimeSpan.FromDays(2) }).Start(Options);
        await run.WhenStatus("approve", StepStatus.Waiting);

        _clock.Advance(TimeSpan.FromDays(2));
        var outcome = await run.Completion.Soon();
        await _recorder.Ended.Soon();

        Assert.Equal(("approve=Failed", FailureKind.Timeout), (outcome.Statuses(), outcome.Error!.Kind));
        _recorder.Single<StepTimeoutEvent>();
        _recorder.AssertTellOf(outcome, "timeout");
    }

    [Fact]
    public async Task A_wait_that_has_reached_its_timeout_may_be_retried_and_a_signal_then_is_not_lost()
    {
        var policy = new StepPolicy { Timeout = TimeSpan.FromSeconds(1), Retries = 1, RetryDelay = TimeSpan.FromSeconds(10) };
        var run = new TestPlan().Wait<string>("approve", _arrived.Add, policy: policy).Start(Options);
        await run.WhenStatus("approve", StepStatus.Waiting);
        _clock.Advance(TimeSpan.FromSeconds(1));
        await _clock.WhenTimerIsDueIn(TimeSpan.FromSeconds(10)).Soon();

        run.Signal("approve", "late");
        _clock.Advance(TimeSpan.FromSeconds(10));
        var outcome = await run.Completion.Soon();
        await _recorder.Ended.Soon();

        Assert.Equal(("approve=Succeeded", 2), (outcome.Statuses(), outcome.Steps[0].Attempts));
        Assert.Equal(["late"], _arrived);
        _recorder.AssertTellOf(outcome, "retried");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Cancellation_ends_a_wait(bool ofRun)
    {
        var run = new TestPlan().Wait<string>("approve", _arrived.Add, onFailure: FailurePolicy.Continue).Start(Options);
        await run.WhenStatus("approve", StepStatus.Waiting);

        if (ofRun)
            run.Cancel();
        else
            run.CancelStep("approve");
        var outcome = await run.Completion.Soon();
        await _recorder.Ended.Soon();

        Assert.Equal("approve=Cancelled", outcome.Statuses());
        _recorder.AssertTellOf(outcome, "cancelled");
    }

    [Fact]
    public async Task The_deadline_of_the_run_ends_a_wait()
    {
        var run = new TestPlan { Timeout = "1h" }.Wait("approve").Start(Options);
        await run.WhenStatus("approve", StepStatus.Waiting);

        _clock.Advance(TimeSpan.FromHours(1));
        var outcome = await run.Completion.Soon();

        Assert.Equal(("approve=Cancelled", FailureKind.Timeout), (outcome.Statuses(), outcome.Error!.Kind));
    }

    [Fact]
    public async Task A_step_of_a_sub_plan_is_reached_through_the_run()
    {
        var inner = new TestPlan().Wait<string>("approve", _arrived.Add);
        var gate = new Gate();
        var run = new TestPlan().Async("first", gate).SubPlan("sub", inner, after: ["first"]).Start();

        run.Signal("approve", "early");
        gate.Open();

        Assert.Equal(RunStatus.Succeeded, (await run.Completion.Soon()).Status);
        Assert.Equal(["early"], _arrived);
    }

    [Fact]
    public async Task A_value_that_a_step_of_a_sub_plan_cannot_take_fails_that_step()
    {
        var run = new TestPlan().SubPlan("sub", new TestPlan().Wait<string>("approve", _arrived.Add)).Start();

        run.Signal("approve", 1);
        var outcome = await run.Completion.Soon();

        Assert.Equal(FailureKind.Binding, outcome.Error!.Kind);
        Assert.Equal("Signal 'approve' has brought a value of type System.Int32, and step 'sub/approve' waits for one of type System.String.", outcome.Steps[0].Children[0].Error!.Message);
    }

    [Fact]
    public async Task A_signal_that_no_step_waits_for_is_refused_with_what_would_be_right()
    {
        var run = new TestPlan().Wait<string>("approve", _arrived.Add).Start();

        var unknown = Assert.Throws<ArgumentException>(() => run.Signal("aprove", "yes"));
        var wrong = Assert.Throws<ArgumentException>(() => run.Signal("approve", 1));
        var nothing = Assert.Throws<ArgumentException>(() => run.Signal("approve"));
        run.Signal("approve", "yes");
        await run.Completion.Soon();
        run.Signal("approve", "after the end");

        Assert.StartsWith("No step of plan 'test' waits for a signal 'aprove'; did you mean 'approve'?", unknown.Message);
        Assert.StartsWith("Signal 'approve' of plan 'test' brings a value of type System.String, not a value of type System.Int32.", wrong.Message);
        Assert.StartsWith("Signal 'approve' of plan 'test' brings a value of type System.String, not nothing.", nothing.Message);
        Assert.Equal(["yes"], _arrived);
    }

    [Fact]
    public async Task A_signal_may_bring_null_where_the_type_has_it()
    {
        var numbers = new List<int?>();
        var run = new TestPlan().Wait<string?>("text", text => _arrived.Add(text ?? "nothing")).Wait<int?>("number", numbers.Add).Wait<int>("count", static _ => { }).Start();

        run.Signal<string?>("text", null);
        run.Signal<int?>("number", null);
        var refused = Assert.Throws<ArgumentException>(() => run.Signal<int?>("count", null));
        run.Signal("count", 1);

        Assert.Equal(RunStatus.Succeeded, (await run.Completion.Soon()).Status);
        Assert.Equal(("nothing", (int?)null), (Assert.Single(_arrived), Assert.Single(numbers)));
        Assert.StartsWith("Signal 'count' of plan 'test' brings a value of type System.Int32, not null.", refused.Message);
    }

    [Fact]
    public async Task A_null_that_a_step_of_a_sub_plan_cannot_take_fails_that_step()
    {
        var run = new TestPlan().SubPlan("sub", new TestPlan().Wait<int>("count", static _ => { })).Start();

        run.Signal<string?>("count", null);

        Assert.Equal(FailureKind.Binding, (await run.Completion.Soon()).Error!.Kind);
    }

    [Fact]
    public async Task Only_a_step_that_is_declared_to_wait_does()
    {
        var outcome = await new TestPlan().Governed("a", static context => context.WaitForSignalAsync("go")).Start().Completion.Soon();

        Assert.Equal("Step 'a' is not declared to wait for a signal 'go'.", outcome.Error!.Message);
    }
}
