namespace PlanDsl.Model.Tests;

public class NoStepsTests
{
    [Fact]
    public void A_plan_without_steps_is_told_to_have_one() =>
        Assert.Equal(
            ["PLAN0002 at plan: Plan 'Shop.OrderReportPlan' has no steps; write at least one into steps"],
            Judged.Lines());

    [Fact]
    public void One_step_is_enough() => Assert.Empty(Judged.Lines(A.Step("fetch")));
}
