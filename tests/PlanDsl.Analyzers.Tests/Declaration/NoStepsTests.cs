namespace PlanDsl.Analyzers.Tests;

public sealed class NoStepsTests
{
    [Fact]
    public Task Reports_a_plan_without_a_step() => Verify.ReportsAsync(
        """
        namespace Shop;

        [Plan]
        public partial class {|PLAN0002:Report|}
        {
            void Helper() { }
        }
        """,
        "Plan 'Shop.Report' has no steps; mark at least one method with [Step]");

    [Fact]
    public Task Accepts_a_plan_whose_one_step_is_in_another_part() => Verify.AcceptsAsync(
        "[Plan] public partial class Report;",
        "public partial class Report { [Step] void Build() { } }");
}
