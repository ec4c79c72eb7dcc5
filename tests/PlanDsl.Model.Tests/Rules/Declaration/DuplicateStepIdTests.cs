namespace PlanDsl.Model.Tests;

public class DuplicateStepIdTests
{
    [Fact]
    public void The_later_step_is_named_and_the_earlier_one_related()
    {
        var finding = Judged.Single(A.Step("fetch"), A.Step("build"), A.Step("fetch"));

        Assert.Equal("Step id 'fetch' is already taken by an earlier step; rename one of the two", finding.Message);
        Assert.Equal(Anchor.Step(2), finding.Anchor);
        Assert.Equal([Anchor.Step(0)], finding.Related);
    }

    [Fact]
    public void Each_further_step_is_a_finding() =>
        Assert.Equal(["PLAN0003", "PLAN0003"], Judged.Ids(A.Step("fetch"), A.Step("fetch"), A.Step("fetch")));

    [Fact]
    public void It_is_the_only_finding_although_the_result_keys_clash_too_and_the_consumer_meant_either() =>
        Assert.Equal(["PLAN0003"], Judged.Lines(
            A.Plan(A.Step("fetch").Returning(A.Text), A.Step("fetch"), A.Step("build", A.Result("fetch"))),
            new TypePair("string", "int")).Select(line => line[..8]));

    [Fact]
    public void Ids_that_differ_in_case_are_two() =>
        Assert.Empty(Judged.Lines(A.Step("fetch"), A.Step("FETCH").Silent()));
}
