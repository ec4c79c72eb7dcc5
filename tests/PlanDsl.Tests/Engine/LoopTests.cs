using PlanDsl.Testing.Internal;

namespace PlanDsl.Tests;

public sealed class LoopTests
{
    private readonly ManualTimeProvider _clock = new();
    private readonly EventRecorder _recorder = new();
    private readonly List<int> _iterations = [];

    private PlanOptions Options => new() { TimeProvider = _clock, Observer = _recorder };

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_body_is_repeated_until_its_result_is_good_enough(bool isAsync)
    {
        var plan = isAsync ? new TestPlan().Governed("a", Note) : new TestPlan().Sync("a", () => _iterations.Add(_iterations.Count + 1));

        var outcome = await plan.Until(static context => context.Iteration == 3, maxIterations: 5)
            .Start(Options).Completion.Soon();
        await _recorder.Ended.Soon();

        Assert.Equal([1, 2, 3], _iterations);
        Assert.Equal("a=Succeeded(a#1=Succeeded a#2=Succeeded a#3=Succeeded)", outcome.Steps.Tree());
        Assert.Equal(
            ["a StepStartedEvent", "a#1 StepStartedEvent", "a#1 StepSucceededEvent", "a#2 StepStartedEvent", "a#2 StepSucceededEvent", "a#3 StepStartedEvent", "a#3 StepSucceededEvent", "a StepSucceededEvent"],
            _recorder.Events.OfType<StepEvent>().Select(static step => $"{step.StepPath} {step.GetType().Name}"));
        _recorder.AssertTellOf(outcome, "loop");
    }

    [Theory]
    [InlineData(false, "a=Failed(a#1=Succeeded a#2=Succeeded)")]
    [InlineData(true, "a=Succeeded(a#1=Succeeded a#2=Succeeded)")]
    public async Task Running_out_of_iterations_is_a_failure_unless_the_last_will_do(bool useLast, string expected)
    {
        var outcome = await new TestPlan().Governed("a", Note).Until(static _ => false, maxIterations: 2, useLast).Start(Options).Completion.Soon();

        Assert.Equal(expected, outcome.Steps.Tree());
        if (!useLast)
            Assert.Equal((FailureKind.Exhausted, "Step 'a' has used up its 2 iterations.", "a"), (outcome.Error!.Kind, outcome.Error.Message, outcome.Error.StepId));
    }

    [Fact]
    public async Task Retries_count_per_iteration()
    {
        var calls = 0;
        var outcome = await new TestPlan().Governed("a", context =>
        {
            calls++;
            return context.Attempt < 3 ? throw new InvalidOperationException("broken") : Task.CompletedTask;
        }, new() { Retries = 2 }).Until(static context => context.Iteration == 2, maxIterations: 2).Start(Options).Completion.Soon();

        Assert.Equal((6, "3,3"), (calls, string.Join(',', outcome.Steps[0].Children.Select(static iteration => iteration.Attempts))));
    }

    [Fact]
    public async Task An_iteration_that_fails_ends_the_loop()
    {
        var outcome = await new TestPlan().Governed("a", context => context.Iteration == 2 ? throw new InvalidOperationException("broken") : Task.CompletedTask)
            .Until(static _ => false, maxIterations: 5).Start(Options).Completion.Soon();

        Assert.Equal("a=Failed(a#1=Succeeded a#2=Failed)", outcome.Steps.Tree());
        Assert.Equal(("broken", "a#2"), (outcome.Error!.Message, outcome.Error.StepId));
    }

    [Fact]
    public async Task A_predicate_that_throws_fails_the_loop_with_kind_condition()
    {
        var outcome = await new TestPlan().Governed("a", Note).Until(static _ => throw new InvalidOperationException("unclear"), maxIterations: 5)
            .Start(Options).Completion.Soon();

        Assert.Equal((FailureKind.Condition, "The predicate of step 'a' has thrown: unclear"), (outcome.Error!.Kind, outcome.Error.Message));
    }

    [Fact]
    public async Task A_timeout_is_of_an_attempt_and_a_total_timeout_of_the_whole()
    {
        var gates = Enumerable.Range(0, 3).Select(static _ => new Gate { HeedsCancellation = true }).ToArray();
        var run = new TestPlan().Governed(
                "a", context => gates[context.Iteration - 1].EnterAsync(context.CancellationToken),
                new() { Timeout = TimeSpan.FromSeconds(2), TotalTimeout = TimeSpan.FromSeconds(3) })
            .Until(static _ => false, maxIterations: 5).Start(Options);
        _clock.Advance(TimeSpan.FromSeconds(1.5));
        gates[0].Open();
        await gates[1].Entered.Soon();
        _clock.Advance(TimeSpan.FromSeconds(1.5));

        var outcome = await run.Completion.Soon();
        await _recorder.Ended.Soon();

        Assert.Equal("a=Failed(a#1=Succeeded a#2=Cancelled)", outcome.Steps.Tree());
        Assert.Equal((FailureKind.Timeout, "Step 'a' has reached its total timeout of 3 s."), (outcome.Error!.Kind, outcome.Error.Message));
        _recorder.AssertTellOf(outcome, "total timeout");
    }

    [Fact]
    public async Task A_loop_holds_no_slot_between_its_iterations()
    {
        var (first, other) = (new Gate(), new Gate());
        var otherFails = true;
        var run = new TestPlan { MaxParallel = 1 }
            .Governed("a", context => context.Iteration == 1 ? first.EnterAsync(context.CancellationToken) : Task.CompletedTask)
            .Until(static context => context.Iteration == 2, maxIterations: 2)
            .Async("other", token => otherFails ? throw new InvalidOperationException("once") : other.EnterAsync(token))
            .With(new() { Retries = 1, RetryDelay = TimeSpan.FromSeconds(1) }).Start(Options);
        await first.Entered.Soon();
        otherFails = false;
        _clock.Advance(TimeSpan.FromSeconds(1));
        first.Open();
        await other.Entered.Soon();
        Assert.Equal("a=Running(a#1=Succeeded) other=Running", run.Steps.Tree());
        other.Open();

        Assert.Equal("a=Succeeded(a#1=Succeeded a#2=Succeeded) other=Succeeded", (await run.Completion.Soon()).Steps.Tree());
    }

    [Fact]
    public async Task A_loop_that_is_cancelled_stops_with_its_iteration()
    {
        var gate = new Gate { HeedsCancellation = true };
        var run = new TestPlan().Governed("a", context => gate.EnterAsync(context.CancellationToken)).Until(static _ => false, maxIterations: 5).Start(Options);
        run.Cancel();

        var outcome = await run.Completion.Soon();
        await _recorder.Ended.Soon();

        Assert.Equal(("a=Cancelled(a#1=Cancelled)", RunStatus.Cancelled), (outcome.Steps.Tree(), outcome.Status));
        _recorder.AssertTellOf(outcome, "cancelled");
    }

    [Fact]
    public async Task A_loops_fallback_stands_in_for_all_of_it()
    {
        var outcome = await new TestPlan().Governed("a", Note).Until(static _ => false, maxIterations: 2).Fallback(static _ => Task.CompletedTask)
            .Start(Options).Completion.Soon();

        Assert.Equal(("a=Succeeded(a#1=Succeeded a#2=Succeeded)", true), (outcome.Steps.Tree(), outcome.Steps[0].IsFallback));
    }

    [Fact]
    public async Task The_error_of_a_loop_whose_fallback_fails_too_is_of_the_kind_of_the_loops_failure()
    {
        var outcome = await new TestPlan().Governed("a", Note).Until(static _ => throw new InvalidOperationException("unclear"), maxIterations: 2)
            .Fallback(static _ => throw new InvalidOperationException("no better")).Start(Options).Completion.Soon();

        Assert.Equal((FailureKind.Condition, "The predicate of step 'a' has thrown: unclear (and its fallback failed: no better)"), (outcome.Error!.Kind, outcome.Error.Message));
    }

    [Fact]
    public async Task Many_iterations_do_not_pile_up_on_the_stack()
    {
        var outcome = await new TestPlan().Governed("a", static _ => Task.CompletedTask).Until(static context => context.Iteration == 20_000, maxIterations: 20_000)
            .Start().Completion.Soon();

        Assert.Equal((RunStatus.Succeeded, 20_000), (outcome.Status, outcome.Steps[0].Children.Count));
    }

    private Task Note(StepContext context)
    {
        _iterations.Add(context.Iteration);
        return Task.CompletedTask;
    }
}
