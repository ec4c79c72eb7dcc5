namespace PlanDsl.Tests;

/// <summary>Whoever starts a run, cancels it or gives it a signal goes on at once, whatever the code of others does that this
/// sets going.</summary>
public sealed class CallerThreadTests : IDisposable
{
    private readonly Held _held = new();
    private bool _wasLetGo = true;

    public void Dispose() => _held.Dispose();

    [Fact]
    public Task Start_returns_before_a_condition_does() =>
        ReturnsAsync(() => new TestPlan().Sync("a", static () => { }).When(Keep).Start());

    [Fact]
    public Task Start_returns_before_a_compensation_does() => ReturnsAsync(() => new TestPlan()
        .Async("a", static _ => Task.CompletedTask).Compensate(KeepAsync)
        .Async("fails", static _ => throw new InvalidOperationException("broken"), after: ["a"])
        .Start());

    [Fact]
    public async Task Cancel_returns_before_a_compensation_does()
    {
        var run = new TestPlan().Sync("a", static () => { }).Compensate(KeepAsync).Wait("w", after: ["a"]).Start();
        await run.WhenStatus("w", StepStatus.Waiting);

        await ReturnsAsync(() =>
        {
            run.Cancel();
            return run;
        });
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Cancel_returns_before_a_step_does_that_runs_also_then(bool isAsync)
    {
        var plan = new TestPlan().Wait("w");
        var run = (isAsync ? plan.Async("cleanup", KeepAsync, after: ["w"]) : plan.Sync("cleanup", () => Keep(), after: ["w"])).RunWhen(RunWhen.Always).Start();
        await run.WhenStatus("w", StepStatus.Waiting);

        await ReturnsAsync(() =>
        {
            run.Cancel();
            return run;
        });
    }

    [Fact]
    public async Task Cancel_runs_nothing_of_the_plan_when_a_body_goes_on_inside_of_it()
    {
        var run = new TestPlan()
            .Async("a", static async token => await new TaskCompletionSource().Task.WaitAsync(token).ConfigureAwait(false))
            .Sync("cleanup", () => Keep(), after: ["a"]).RunWhen(RunWhen.Always)
            .Start();
        await run.WhenStatus("a", StepStatus.Running);

        await ReturnsAsync(() =>
        {
            run.Cancel();
            return run;
        });
    }

    [Fact]
    public async Task Cancelling_by_token_is_no_different()
    {
        using var cancellation = new CancellationTokenSource();
        var run = new TestPlan().Wait("w").Sync("cleanup", () => Keep(), after: ["w"]).RunWhen(RunWhen.Always).Start(null, cancellation.Token);
        await run.WhenStatus("w", StepStatus.Waiting);

        await ReturnsAsync(() =>
        {
            cancellation.Cancel();
            return run;
        });
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task CancelStep_returns_before_a_step_does_that_goes_on_without_it(bool isAsync)
    {
        var plan = new TestPlan().Wait<int>("w", static _ => { }, onFailure: FailurePolicy.Continue);
        var run = (isAsync ? plan.Async("next", KeepAsync, after: ["w"]) : plan.Sync("next", () => Keep(), after: ["w"])).Start();
        await run.WhenStatus("w", StepStatus.Waiting);

        await ReturnsAsync(() =>
        {
            run.CancelStep("w");
            return run;
        });
    }

    [Fact]
    public async Task Signal_returns_before_the_body_does_that_waited_for_it()
    {
        var run = new TestPlan().Wait<int>("w", _ => Keep()).Start();
        await run.WhenStatus("w", StepStatus.Waiting);

        await ReturnsAsync(() =>
        {
            run.Signal("w", 1);
            return run;
        });
    }

    [Theory]
    [InlineData("Cancel")]
    [InlineData("CancelStep")]
    [InlineData("Signal")]
    public async Task None_waits_for_a_hook(string what)
    {
        var isArmed = false;
        var run = new TestPlan().Wait("w").Start(new() { OnStepTransition = transition => _ = !Volatile.Read(ref isArmed) || Keep() });
        await run.WhenStatus("w", StepStatus.Waiting);
        Volatile.Write(ref isArmed, true);

        await ReturnsAsync(() =>
        {
            if (what == "Cancel")
                run.Cancel();
            else if (what == "CancelStep")
                run.CancelStep("w");
            else
                run.Signal("w");
            return run;
        });
    }

    private bool Keep() => _wasLetGo &= _held.Wait();

    private Task KeepAsync(StepContext context) => KeepAsync(context.CancellationToken);

    private Task KeepAsync(CancellationToken cancellationToken)
    {
        Keep();
        return Task.CompletedTask;
    }

    private async Task ReturnsAsync(Func<PlanRun> call)
    {
        var run = call();
        await _held.Entered.Soon();
        _held.Release();
        await run.Completion.Soon();

        Assert.True(_wasLetGo, "The call returned no earlier than what it set going.");
    }
}
