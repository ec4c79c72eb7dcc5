namespace PlanDsl.Tests;

public sealed class StartingTests
{
    [Fact]
    public async Task Start_begins_asynchronous_bodies_on_the_callers_thread()
    {
        var thread = 0;
        var run = new TestPlan().Async("a", _ =>
        {
            thread = Environment.CurrentManagedThreadId;
            return Task.CompletedTask;
        }).Start();

        Assert.Equal(Environment.CurrentManagedThreadId, thread);
        await run.Completion.Soon();
    }

    [Fact]
    public async Task Start_never_runs_a_synchronous_body_on_the_callers_thread()
    {
        using var started = new ManualResetEventSlim();

        // If the body ran on this thread, nobody would set the event that it waits for.
        var run = new TestPlan()
            .Async("a", static _ => Task.CompletedTask)
            .Sync("b", () => Assert.True(started.Wait(TimeSpan.FromSeconds(60))), after: ["a"])
            .Start();
        started.Set();

        Assert.Equal("a=Succeeded b=Succeeded", (await run.Completion.Soon()).Statuses());
    }

    [Fact]
    public async Task RunAsync_runs_on_the_callers_thread_until_it_has_to_wait()
    {
        var threads = new List<int>();
        void Note() => threads.Add(Environment.CurrentManagedThreadId);
        var gate = new Gate();
        var plan = new TestPlan().Sync("a", Note).Sync("b", Note, after: ["a"]).Async("c", gate, after: ["b"]).Sync("d", Note, after: ["c"]);

        var run = plan.RunAsync();

        Assert.False(run.IsCompleted);
        Assert.True(gate.IsEntered);
        Assert.Equal([Environment.CurrentManagedThreadId, Environment.CurrentManagedThreadId], threads);
        gate.Open();
        Assert.Equal("results", await run.Soon());
        Assert.Equal(3, threads.Count);
    }

    [Fact]
    public async Task A_plan_without_steps_succeeds()
    {
        var table = new PlanTable("empty", "", "", [], [0], [], []);

        var outcome = await PlanEngine.Start(new DelegateProgram(table, static (_, _) => default)).Completion.Soon();

        Assert.Equal(RunStatus.Succeeded, outcome.Status);
        Assert.Empty(outcome.Steps);
    }

    [Fact]
    public async Task Runs_of_one_program_do_not_touch_each_other()
    {
        var ran = 0;
        var program = new TestPlan().Async("a", async _ =>
        {
            await Task.Yield();
            Interlocked.Increment(ref ran);
        }).Program;

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => PlanEngine.Start(program).Completion)).Soon();

        Assert.Equal(100, ran);
        Assert.Equal(100, outcomes.Select(static outcome => outcome.RunId).Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public async Task A_body_that_completes_another_does_not_run_what_follows_on_top_of_itself()
    {
        // Each step of the second half completes a body that waits, whose successor completes the next, and so on.
        const int pairs = 50_000;
        var gates = Enumerable.Range(0, pairs).Select(static _ => new TaskCompletionSource()).ToArray();
        var steps = Enumerable.Range(0, pairs).Select(static gate => Tables.Step(gate, isAsync: true))
            .Concat(Enumerable.Range(0, pairs).Select(static gate => Tables.Step(pairs + gate, isAsync: true, gate)))
            .ToArray();
        var program = new DelegateProgram(Tables.Of(steps), (step, _) =>
        {
            if (step < pairs)
                return new(gates[step].Task);
            if (step - pairs + 1 < pairs)
                gates[step - pairs + 1].SetResult();
            return default;
        });
        var run = PlanEngine.Start(program);

        await Task.Run(gates[0].SetResult);

        Assert.Equal(RunStatus.Succeeded, (await run.Completion.Soon()).Status);
    }
}
