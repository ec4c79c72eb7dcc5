namespace PlanDsl.Model.Tests;

public class UnrecordableTests
{
    [Fact]
    public void What_a_front_end_knows_is_said_at_the_types()
    {
        var plan = A.Plan(A.Step("fetch", A.Token, A.Input("day")), A.Step("build")) with { Inputs = [new("day", A.Text)] };
        var types = TypeFacts.None with { Unrecordable = [new(IsInput: false, 1, "it is a dream"), new(IsInput: true, 0, "it is over")] };

        Assert.Equal(
            ["step 1.type: The result of step 'build' cannot be recorded in a journal: it is a dream", "step 0 parameter 1.type: Input 'day' cannot be recorded in a journal: it is over"],
            PlanRules.Check(plan, types, Wording.PlanModel).Where(static finding => finding.Id == RuleIds.Unrecordable).Select(static finding => $"{Judged.Place(finding.Anchor)}: {finding.Message}"));
    }
}
