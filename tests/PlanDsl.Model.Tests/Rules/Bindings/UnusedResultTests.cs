namespace PlanDsl.Model.Tests;

public class UnusedResultTests
{
    [Fact]
    public void A_result_that_no_dependent_binds_is_worth_a_hint()
    {
        var finding = Judged.Single(A.Step("migrate").As("count"), A.Step("build").After("migrate"));

        Assert.Equal(
            "Steps come after 'migrate', but none of them takes its result 'count'; bind it where it is needed, or let the step return nothing",
            finding.Message);
        Assert.Equal(Anchor.Step(0).At(PropertyNames.ResultKey), finding.Anchor);
        Assert.Equal(FindingSeverity.Info, finding.Severity);
    }

    [Fact]
    public void One_dependent_that_binds_it_is_enough() =>
        Assert.Empty(Judged.Lines(A.Step("fetch"), A.Step("build", A.Result("fetch")), A.Step("clean").Silent().After("fetch")));

    [Fact]
    public void What_nothing_comes_after_is_the_result_of_the_plan() => Assert.Empty(Judged.Lines(A.Step("fetch"), A.Step("build")));

    [Fact]
    public void A_step_without_a_result_is_silent() => Assert.Empty(Judged.Lines(A.Step("migrate").Silent(), A.Step("build").After("migrate")));
}
