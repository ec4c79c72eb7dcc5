namespace PlanDsl.Tests;

public class StepLifecycleTests
{
    private static readonly LifecycleTable<StepStatus, StepTrigger> Specified = new(
        "dispatch | pending                   | running",
        "skip     | pending                   | skipped",
        "wait     | running                   | waiting",
        "wake     | waiting                   | running",
        "succeed  | running                   | succeeded",
        "partial  | running                   | partial",
        "fail     | pending, running, waiting | failed",
        "cancel   | pending, running, waiting | cancelled");

    [Fact]
    public void Every_pair_does_what_is_specified()
    {
        var pairs = LifecycleTable<StepStatus, StepTrigger>.AllPairs.ToList();
        Assert.Equal(8 * 8, pairs.Count);
        Assert.Equal(12, Specified.Count);
        Assert.All(pairs, pair =>
        {
            var fired = StepLifecycle.TryFire(pair.State, pair.Trigger, out var next);
            Assert.Equal(Specified.TargetOf(pair.State, pair.Trigger), fired ? next : null);
            Assert.Equal(Specified.TargetOf(pair.State, pair.Trigger) ?? pair.State, next);
        });
    }

    [Fact]
    public void Permitted_lists_the_triggers_that_fire() =>
        Assert.All(Enum.GetValues<StepStatus>(), status => Assert.Equal(Specified.PermittedIn(status), StepLifecycle.Permitted(status).ToArray()));

    [Fact]
    public void What_has_ended_is_terminal() =>
        Assert.Equal(
            [StepStatus.Succeeded, StepStatus.Failed, StepStatus.Partial, StepStatus.Skipped, StepStatus.Cancelled],
            Enum.GetValues<StepStatus>().Where(StepLifecycle.IsTerminal));

    [Theory]
    [InlineData(-1, 0)]
    [InlineData(8, 0)]
    [InlineData(0, -1)]
    [InlineData(0, 8)]
    [InlineData(0x20000000, 0)] // times eight columns, this wraps around to 0
    public void Undefined_values_are_rejected(int status, int trigger)
    {
        Assert.False(StepLifecycle.TryFire((StepStatus)status, (StepTrigger)trigger, out var next));
        Assert.Equal((StepStatus)status, next);
    }

    [Fact]
    public void Draws_itself() => Assert.Equal(
        """
        stateDiagram-v2
            [*] --> pending
            pending --> running : dispatch
            pending --> skipped : skip
            pending --> failed : fail
            pending --> cancelled : cancel
            running --> waiting : wait
            running --> succeeded : succeed
            running --> partial : partial
            running --> failed : fail
            running --> cancelled : cancel
            waiting --> running : wake
            waiting --> failed : fail
            waiting --> cancelled : cancel
            succeeded --> [*]
            failed --> [*]
            partial --> [*]
            skipped --> [*]
            cancelled --> [*]
        """,
        StepLifecycle.ToMermaid());
}
