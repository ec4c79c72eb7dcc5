namespace PlanDsl.Tests;

/// <summary>What a bound on the steps of a plan is not about: it counts what is declared, which the compiler does.</summary>
public sealed class StepLimitTests
{
    [Fact]
    public async Task Elements_do_not_count()
    {
        var outcome = await new TestPlan { MaxSteps = 1 }
            .ForEach("each", static () => FanOut.Over([1, 2, 3]), static (_, _) => Task.CompletedTask)
            .Start().Completion.Soon();

        Assert.Equal((RunStatus.Succeeded, 3), (outcome.Status, outcome.Steps[0].Children.Count));
    }

    [Fact]
    public async Task Iterations_do_not_count()
    {
        var outcome = await new TestPlan { MaxSteps = 1 }
            .Async("improve", static _ => Task.CompletedTask).Until(static context => context.Iteration == 3, maxIterations: 5)
            .Start().Completion.Soon();

        Assert.Equal((RunStatus.Succeeded, 3), (outcome.Status, outcome.Steps[0].Children.Count));
    }

    [Fact]
    public async Task Steps_of_a_sub_plan_count_there()
    {
        var inner = new TestPlan { MaxSteps = 2 }.Sync("a", static () => { }).Sync("b", static () => { });

        var outcome = await new TestPlan { MaxSteps = 1 }.SubPlan("sub", inner).Start().Completion.Soon();

        Assert.Equal((RunStatus.Succeeded, 2), (outcome.Status, outcome.Steps[0].Children.Count));
    }
}
