namespace PlanDsl.Model.Tests;

public class StateMachineModelTests
{
    [Fact]
    public void Machines_that_say_the_same_are_equal() =>
        Assert.Equal(
            Machine.Of("closed", "closed push opened", "opened push closed").WithTerminal("opened"),
            Machine.Of("closed", "closed push opened", "opened push closed").WithTerminal("opened"));

    [Fact]
    public void A_transition_that_could_not_be_read_disturbs_no_rule()
    {
        var machine = Machine.Of("closed", "closed push opened", "opened push closed");
        var withHole = machine with { Transitions = [.. machine.Transitions, new TransitionModel(-1, 0, -1)], IsComplete = false };

        Assert.Empty(StateMachineRules.Check(withHole));
    }
}
