namespace PlanDsl.Tests;

public class PlanLifecycleTests
{
    private static readonly LifecycleTable<PlanState, PlanTrigger> Specified = new(
        "start_plan                 | pending                       | planning",
        "planner_finished           | planning, merging             | dispatching",
        "validation_failed          | planning                      | failed",
        "dispatch_step              | dispatching                   | awaiting_results",
        "step_succeeded             | awaiting_results              | merging",
        "parallel_complete          | awaiting_results              | merging",
        "parallel_complete          | merging, dispatching          | completed",
        "step_failed,timeout,panic  | awaiting_results, dispatching | failed");

    [Fact]
    public void Every_pair_does_what_is_specified()
    {
        var pairs = LifecycleTable<PlanState, PlanTrigger>.AllPairs.ToList();
        Assert.Equal(7 * 9, pairs.Count);
        Assert.Equal(15, Specified.Count);
        Assert.All(pairs, pair =>
        {
            var fired = PlanLifecycle.TryFire(pair.State, pair.Trigger, out var next);
            Assert.Equal(Specified.TargetOf(pair.State, pair.Trigger), fired ? next : null);
            Assert.Equal(Specified.TargetOf(pair.State, pair.Trigger) ?? pair.State, next);
        });
    }

    [Fact]
    public void Permitted_lists_the_triggers_that_fire() =>
        Assert.All(Enum.GetValues<PlanState>(), state => Assert.Equal(Specified.PermittedIn(state), PlanLifecycle.Permitted(state).ToArray()));

    [Fact]
    public void Only_completed_and_failed_are_terminal() =>
        Assert.Equal([PlanState.Completed, PlanState.Failed], Enum.GetValues<PlanState>().Where(PlanLifecycle.IsTerminal));

    [Theory]
    [InlineData(-1, 0)]
    [InlineData(7, 0)]
    [InlineData(int.MinValue, 0)]
    [InlineData(int.MaxValue, 0)]
    [InlineData(0, -1)]
    [InlineData(0, 9)]
    [InlineData(0, int.MaxValue)]
    [InlineData(-1, -1)]
    [InlineData(0x1C71C71D, 0)] // times nine columns, this wraps around to 5
    public void Undefined_values_are_rejected(int state, int trigger)
    {
        Assert.False(PlanLifecycle.TryFire((PlanState)state, (PlanTrigger)trigger, out var next));
        Assert.Equal((PlanState)state, next);
    }

    [Fact]
    public void In_an_undefined_state_nothing_is_permitted()
    {
        Assert.True(PlanLifecycle.Permitted((PlanState)7).IsEmpty);
        Assert.False(PlanLifecycle.IsTerminal((PlanState)7));
    }

    [Fact]
    public void Draws_itself() => Assert.Equal(
        """
        stateDiagram-v2
            [*] --> pending
            pending --> planning : start_plan
            planning --> dispatching : planner_finished
            planning --> failed : validation_failed
            dispatching --> awaiting_results : dispatch_step
            dispatching --> completed : parallel_complete
            dispatching --> failed : step_failed
            dispatching --> failed : timeout
            dispatching --> failed : panic
            awaiting_results --> merging : step_succeeded
            awaiting_results --> merging : parallel_complete
            awaiting_results --> failed : step_failed
            awaiting_results --> failed : timeout
            awaiting_results --> failed : panic
            merging --> dispatching : planner_finished
            merging --> completed : parallel_complete
            completed --> [*]
            failed --> [*]
        """,
        PlanLifecycle.ToMermaid());
}
