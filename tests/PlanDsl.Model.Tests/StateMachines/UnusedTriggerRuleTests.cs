namespace PlanDsl.Model.Tests;

public class UnusedTriggerRuleTests
{
    [Fact]
    public void A_trigger_that_fires_nothing_is_worth_knowing()
    {
        var machine = Machine.Of("closed", "closed push opened", "opened push closed").WithTrigger("knock");

        var finding = Assert.Single(StateMachineRules.Check(machine));

        Assert.Equal(RuleIds.UnusedTrigger, finding.Id);
        Assert.Equal(FindingSeverity.Info, finding.Severity);
        Assert.Equal(Anchor.Trigger(1), finding.Anchor);
        Assert.Equal("No transition of 'Door' is fired by 'knock'; add one or remove the trigger", finding.Message);
    }
}
