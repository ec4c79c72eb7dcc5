namespace PlanDsl.Model.Tests;

/// <summary>What the rules of policies say of groups and their members.</summary>
public class GroupOptionsTests
{
    [Fact]
    public void A_members_own_failure_policy_has_no_effect() =>
        Assert.Equal(
            [
                "PLAN0309 at step 0.on_failure: on_failure of step 'a' has no effect, because group 'g' makes of a member's failure what its strategy says; set it on the group, or remove it",
                "PLAN0309 at step 1.critical: critical of step 'b' has no effect, because group 'g' makes of a member's failure what its strategy says; set it on the group, or remove it",
            ],
            Judged.Lines(A.Step("a").In("g") with { OnFailure = FailurePolicy.Abort }, A.Step("b").In("g") with { Critical = true }, A.Group("g")));

    [Fact]
    public void A_threshold_beside_another_strategy_has_no_effect() =>
        Assert.Equal(
            ["PLAN0309 at step 1.threshold: threshold of group 'g' has no effect, because its strategy is any; write \"strategy\": \"threshold\", or remove it"],
            Judged.Lines(A.Step("a").In("g"), A.Group("g", ParallelStrategy.Any, 1)));

    [Fact]
    public void A_bound_on_a_step_that_runs_once_has_no_effect() =>
        Assert.Equal(
            ["PLAN0309 at step 0.max_parallel: max_parallel of step 'a' has no effect, because the step runs once; it bounds the elements of a step that has for_each"],
            Judged.Lines(A.Step("a") with { MaxParallel = 4 }));

    [Fact]
    public void A_bound_under_which_no_member_runs_is_found() =>
        Assert.Equal(
            ["PLAN0305 at step 1.max_parallel: max_parallel of group 'g' is 0, so no member could run; write 1 or more, or leave it out for no bound"],
            Judged.Lines(A.Step("a").In("g"), A.Group("g") with { MaxParallel = 0 }));

    [Fact]
    public void A_strategy_that_does_not_exist_is_found_and_nothing_follows_from_it() =>
        Assert.Equal(
            ["PLAN0306 at step 1.strategy: '7' is no strategy of a group; use All, FailFast, Any, Threshold or BestEffort"],
            Judged.Lines(A.Step("a").In("g"), A.Group("g", (ParallelStrategy)7, 3)));

    [Fact]
    public void The_default_timeout_is_that_of_the_members_and_not_of_the_group()
    {
        var plan = A.Plan(A.Step("a").In("g"), A.Group("g")) with { DefaultTimeout = new("10s") };

        Assert.Equal(new Duration("10s"), plan.Steps[0].EffectiveTimeoutIn(plan));
        Assert.Null(plan.Steps[1].EffectiveTimeoutIn(plan));
    }
}
