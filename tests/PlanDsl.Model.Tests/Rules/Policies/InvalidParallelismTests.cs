namespace PlanDsl.Model.Tests;

public class InvalidParallelismTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(-3)]
    public void A_bound_below_one_lets_nothing_run(int bound) =>
        Assert.Equal(
            [$"PLAN0305 at plan.max_parallel: max_parallel of plan 'Shop.OrderReportPlan' is {bound}, so no step could run; write 1 or more, or leave it out for no bound"],
            Judged.Lines(A.Plan(A.Step("fetch")) with { MaxParallel = bound }));

    [Theory]
    [InlineData(1)]
    [InlineData(int.MaxValue)]
    [InlineData(null)]
    public void A_bound_of_one_or_more_or_none_is_silent(int? bound) =>
        Assert.Empty(Judged.Lines(A.Plan(A.Step("fetch")) with { MaxParallel = bound }));
}
