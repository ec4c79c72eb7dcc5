using System.Reactive.Linq;
using System.Reactive.Threading.Tasks;

namespace PlanDsl.Tests;

/// <summary>Undoing what groups, fan-outs and loops have done, and whose threads that takes.</summary>
public sealed class PartCompensationTests
{
    private readonly List<string> _undone = [];

    [Fact]
    public async Task What_could_not_be_undone_is_listed_wherever_it_stands()
    {
        var inner = new TestPlan { Id = "inner" }.Async("x", static _ => Task.CompletedTask).Compensate(CannotAsync);
        var outcome = await new TestPlan()
            .Async("a", static _ => Task.CompletedTask).Compensate(CannotAsync)
            .ForEach("f", static () => FanOut.Over<int>([0, 1]), static (_, _) => Task.CompletedTask)
            .Compensate(static context => context.ElementIndex == 1 ? CannotAsync(context) : Task.CompletedTask)
            .SubPlan("s", inner)
            .Async("fails", static _ => throw new InvalidOperationException("broken"), after: ["g", "f", "s"])
            .Group("g", ParallelStrategy.All, ["a"])
            .Start().Completion.Soon();

        Assert.Equal(["g/a", "f[1]", "s/x"], outcome.CompensationFailures.Select(static step => step.Path));
    }

    [Fact]
    public async Task Elements_of_a_fan_out_that_has_lost_a_race_are_undone_at_the_verdict_and_then_no_more()
    {
        var (second, winner, after) = (new Gate { HeedsCancellation = true }, new Gate(), new Gate());
        var run = new TestPlan()
            .ForEach("elsewhere", static () => FanOut.Over<int>([0]), static (_, _) => Task.CompletedTask).Compensate(UndoAsync)
            .ForEach("f", static () => FanOut.Over<int>([0, 1]), (fanOut, context) =>
                fanOut.ElementOf(context) == 0 ? Task.CompletedTask : second.EnterAsync(context.CancellationToken)).Compensate(UndoAsync)
            .Async("w", winner).Async("after", after, after: ["g", "elsewhere"])
            .Group("g", ParallelStrategy.Any, ["f", "w"]).Start();
        await run.WhenStatus("g/f[0]", StepStatus.Succeeded);
        await second.Entered.Soon();
        winner.Open();
        await after.Entered.Soon();
        await run.Events.OfType<CompensationSucceededEvent>().FirstAsync().ToTask().Soon();
        Assert.Equal(["g/f[0]"], _undone);
        after.Fail(new InvalidOperationException("broken"));

        Assert.Equal(RunStatus.Failed, (await run.Completion.Soon()).Status);
        Assert.Equal(["g/f[0]", "elsewhere[0]"], _undone);
    }

    [Fact]
    public async Task What_the_sub_plans_of_a_loop_have_done_is_undone_iteration_by_iteration()
    {
        var inner = new TestPlan { Id = "inner" }.Async("x", static _ => Task.CompletedTask).Compensate(UndoAsync);
        await new TestPlan().SubPlan("s", inner).Until(static context => context.Iteration == 2, maxIterations: 3)
            .Async("fails", static _ => throw new InvalidOperationException("broken"), after: ["s"]).Start().Completion.Soon();

        Assert.Equal(["s#2/x", "s#1/x"], _undone);
    }

    [Fact]
    public async Task One_that_keeps_its_thread_keeps_no_other_step_waiting()
    {
        using var mayReturn = new ManualResetEventSlim();
        var (winner, loser, other, after, next) = (new Gate(), new Gate(), new Gate(), new Gate(), new Gate());
        var run = new TestPlan { MaxParallel = 3 }
            .Async("a", winner)
            .Async("b", loser).Compensate(_ => Keep(mayReturn))
            .Async("other", other).Async("after", after, after: ["g"]).Async("next", next, after: ["g"])
            .Group("g", ParallelStrategy.Any, ["a", "b"]).Start();
        winner.Open();
        await after.Entered.Soon();

        loser.Open();
        await next.Entered.Soon();
        mayReturn.Set();
        foreach (var gate in (Gate[])[other, after, next])
            gate.Open();

        Assert.Equal(CompensationStatus.Succeeded, (await run.Completion.Soon()).Steps[0].Children[1].Compensation!.Status);
    }

    private static Task Keep(ManualResetEventSlim mayReturn)
    {
        mayReturn.Wait(TimeSpan.FromMinutes(5));
        return Task.CompletedTask;
    }

    private static Task CannotAsync(StepContext context) => throw new InvalidOperationException("cannot be undone");

    private Task UndoAsync(StepContext context)
    {
        _undone.Add(context.StepPath);
        return Task.CompletedTask;
    }
}
