namespace PlanDsl.Tests;

/// <summary>Runs that a body starts by itself as a part of its own.</summary>
public sealed class HandStartedRunTests
{
    private static readonly Action Nothing = static () => { };

    [Fact]
    public async Task Its_outcome_stays_as_it_was_when_the_run_around_it_undoes_it()
    {
        PlanOutcome? inner = null;
        var isUndone = false;
        var outcome = await new TestPlan()
            .Governed("host", async context =>
            {
                var plan = new TestPlan().Sync("a", Nothing).Compensate(_ =>
                {
                    isUndone = true;
                    return Task.CompletedTask;
                });
                inner = await plan.Start(context.SubPlanOptions(), context.CancellationToken).Completion.ConfigureAwait(false);
            })
            .Sync("fails", static () => throw new InvalidOperationException("broken"), after: ["host"])
            .Start().Completion.Soon();

        Assert.True(isUndone);
        Assert.Equal(CompensationStatus.Succeeded, outcome.Steps[0].Children[0].Compensation?.Status);
        Assert.Null(inner!.Steps[0].Compensation);
    }

    [Fact]
    public async Task A_step_lasts_until_what_its_body_has_left_behind_has_ended()
    {
        var gate = new Gate();
        var run = new TestPlan().Governed("host", context =>
        {
            new TestPlan().Async("a", gate).Start(context.SubPlanOptions(), context.CancellationToken);
            return Task.CompletedTask;
        }).Start();

        Assert.Equal("host=Running(a=Running)", run.Steps.Tree());
        gate.Open();

        Assert.Equal("host=Succeeded(a=Succeeded)", (await run.Completion.Soon()).Steps.Tree());
    }

    [Fact]
    public async Task What_a_body_has_left_behind_that_fails_is_cancelled()
    {
        var gate = new Gate { HeedsCancellation = true };
        var outcome = await new TestPlan().Governed("host", context =>
        {
            new TestPlan().Async("a", gate).Start(context.SubPlanOptions(), context.CancellationToken);
            throw new InvalidOperationException("broken");
        }).Start().Completion.Soon();

        Assert.Equal("host=Failed(a=Cancelled)", outcome.Steps.Tree());
        Assert.Equal("broken", outcome.Error?.Message);
    }
}
