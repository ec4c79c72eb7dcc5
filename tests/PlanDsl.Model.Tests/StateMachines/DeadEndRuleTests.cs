namespace PlanDsl.Model.Tests;

public class DeadEndRuleTests
{
    [Fact]
    public void A_state_that_nothing_leaves_is_a_warning()
    {
        var machine = Machine.Of("closed", "closed open opened", "opened close closed", "opened smash broken");

        var finding = Assert.Single(StateMachineRules.Check(machine));

        Assert.Equal(RuleIds.DeadEnd, finding.Id);
        Assert.Equal(FindingSeverity.Warning, finding.Severity);
        Assert.Equal(Anchor.State(machine.StateIndex("broken")), finding.Anchor);
        Assert.Equal("No transition leaves 'broken', yet it is not terminal; add a transition or list it in Terminal", finding.Message);
    }

    [Fact]
    public void A_terminal_state_is_no_dead_end() =>
        Assert.Empty(StateMachineRules.Check(Machine.Of("closed", "closed smash broken").WithTerminal("broken")));

    [Fact]
    public void A_state_that_leads_back_to_itself_is_no_dead_end() =>
        Assert.Empty(StateMachineRules.Check(Machine.Of("closed", "closed knock closed")));
}
