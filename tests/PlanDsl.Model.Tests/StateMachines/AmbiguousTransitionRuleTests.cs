namespace PlanDsl.Model.Tests;

public class AmbiguousTransitionRuleTests
{
    [Fact]
    public void A_second_target_is_reported_at_the_later_target()
    {
        var machine = Machine.Of("closed", "closed push opened", "opened close closed", "closed push broken", "broken fix closed");

        var finding = Assert.Single(StateMachineRules.Check(machine));

        Assert.Equal(RuleIds.AmbiguousTransition, finding.Id);
        Assert.Equal(Anchor.Transition(2).At(PropertyNames.Target), finding.Anchor);
        Assert.Equal([Anchor.Transition(0)], finding.Related);
        Assert.Equal("'push' already leads from 'closed' to 'opened'; it cannot lead to 'broken' as well, so remove one of the two", finding.Message);
    }

    [Fact]
    public void A_repetition_is_reported_as_such()
    {
        var machine = Machine.Of("closed", "closed push opened", "opened push closed", "closed push opened");

        var finding = Assert.Single(StateMachineRules.Check(machine));

        Assert.Equal(Anchor.Transition(2), finding.Anchor);
        Assert.Equal("'push' already leads from 'closed' to 'opened'; this transition repeats it, so remove it", finding.Message);
    }

    [Fact]
    public void One_trigger_may_leave_several_states() =>
        Assert.Empty(StateMachineRules.Check(Machine.Of("closed", "closed push opened", "opened push closed")));
}
