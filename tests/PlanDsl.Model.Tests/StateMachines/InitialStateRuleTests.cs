namespace PlanDsl.Model.Tests;

public class InitialStateRuleTests
{
    [Fact]
    public void A_machine_without_an_initial_state_is_reported_once_and_nothing_is_called_unreachable()
    {
        var machine = Machine.Of(null, "closed open opened", "opened close closed").WithState("locked").WithTerminal("locked");

        var finding = Assert.Single(StateMachineRules.Check(machine));

        Assert.Equal(RuleIds.NoInitialState, finding.Id);
        Assert.Equal(Anchor.Plan, finding.Anchor);
        Assert.Equal("State machine 'Door' has no initial state; write [StateMachine(Initial = DoorState.…)]", finding.Message);
    }

    [Fact]
    public void An_initial_state_that_is_no_member_is_reported_where_it_is_written()
    {
        var machine = Machine.Of(null, "closed open opened", "opened close closed") with { DeclaredInitial = "(DoorState)9" };

        var finding = Assert.Single(StateMachineRules.Check(machine));

        Assert.Equal(RuleIds.NoInitialState, finding.Id);
        Assert.Equal(Anchor.Plan.At(PropertyNames.Initial), finding.Anchor);
        Assert.Equal("State machine 'Door' has no initial state; '(DoorState)9' is no member of 'DoorState'", finding.Message);
    }

    [Fact]
    public void What_could_not_be_read_is_not_called_missing()
    {
        var machine = Machine.Of(null, "closed open opened").WithTrigger("knock") with { IsComplete = false };

        Assert.Empty(StateMachineRules.Check(machine));
    }
}
