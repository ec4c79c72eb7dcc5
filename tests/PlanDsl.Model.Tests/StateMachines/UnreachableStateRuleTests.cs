namespace PlanDsl.Model.Tests;

public class UnreachableStateRuleTests
{
    [Fact]
    public void Each_state_that_no_path_reaches_is_reported()
    {
        var machine = Machine.Of("closed", "closed open opened", "opened close closed", "locked unlock closed", "hidden find locked");

        var findings = StateMachineRules.Check(machine);

        Assert.All(findings, finding => Assert.Equal(RuleIds.UnreachableState, finding.Id));
        Assert.Equal([Anchor.State(machine.StateIndex("locked")), Anchor.State(machine.StateIndex("hidden"))], findings.Select(finding => finding.Anchor));
        Assert.Equal("State 'locked' can never be reached from 'closed', because what leads to it cannot be reached itself; add a transition into it or remove the state", findings[0].Message);
        Assert.Equal("State 'hidden' can never be reached from 'closed', because no transition leads to it; add a transition into it or remove the state", findings[1].Message);
    }

    [Fact]
    public void A_state_without_any_transition_is_unreachable_and_not_a_dead_end_besides()
    {
        var machine = Machine.Of("closed", "closed open opened", "opened close closed").WithState("walled");

        var finding = Assert.Single(StateMachineRules.Check(machine));
        Assert.Equal(RuleIds.UnreachableState, finding.Id);
        Assert.Equal("State 'walled' can never be reached from 'closed', because no transition mentions it; add a transition into it or remove the state", finding.Message);
    }

    [Fact]
    public void A_long_chain_is_followed_to_its_end()
    {
        var machine = Machine.Of("s0", [.. Enumerable.Range(0, 2000).Select(i => $"s{i} next s{i + 1}")]).WithTerminal("s2000");

        Assert.Empty(StateMachineRules.Check(machine));
    }
}
