namespace PlanDsl.Tests;

public sealed class ChainTests
{
    private const int Length = 100_000;

    [Fact]
    public async Task A_long_chain_of_synchronous_steps_runs_without_recursion()
    {
        var ran = 0;
        var plan = Chain(isAsync: false, _ =>
        {
            ran++;
            return default;
        });

        var outcome = await PlanEngine.Start(plan).Completion.Soon();

        Assert.Equal(RunStatus.Succeeded, outcome.Status);
        Assert.Equal(Length, ran);
    }

    [Fact]
    public async Task A_long_chain_of_synchronous_steps_runs_on_the_thread_of_the_caller_of_RunAsync()
    {
        var threads = new HashSet<int>();
        var plan = Chain(isAsync: false, _ =>
        {
            threads.Add(Environment.CurrentManagedThreadId);
            return default;
        });

        var run = PlanEngine.RunAsync<ProgramWithResults<int>, int>(new(plan, static () => 7), default);

        Assert.True(run.IsCompletedSuccessfully);
        Assert.Equal(7, await run);
        Assert.Equal([Environment.CurrentManagedThreadId], threads);
    }

    [Fact]
    public async Task A_long_chain_of_asynchronous_steps_that_return_at_once_runs_without_recursion()
    {
        var plan = Chain(isAsync: true, static async _ => await Task.CompletedTask);

        var outcome = await PlanEngine.Start(plan).Completion.Soon();

        Assert.Equal(RunStatus.Succeeded, outcome.Status);
    }

    [Fact]
    public async Task A_long_chain_of_asynchronous_steps_that_yield_runs_without_recursion()
    {
        var plan = Chain(isAsync: true, static async _ => await Task.Yield());

        var outcome = await PlanEngine.Start(plan).Completion.Soon();

        Assert.Equal(RunStatus.Succeeded, outcome.Status);
    }

    private static DelegateProgram Chain(bool isAsync, Func<int, ValueTask> body) =>
        new(Tables.Chain(Length, isAsync), (step, _) => body(step));
}
