namespace PlanDsl.Analyzers.Tests;

public sealed class RedundantDependencyTests
{
    [Fact]
    public Task Reports_a_dependency_that_two_others_imply() => Verify.ReportsAsync(
        """
        [Plan]
        public partial class Report
        {
            [Step] void A() { }
            [Step(DependsOn = [nameof(A)])] void B() { }
            [Step(DependsOn = [{|PLAN0104:nameof(A)|}, nameof(B)])] void C() { }
        }
        """,
        "Step 'c' comes after 'a' anyway, because 'b' does; remove this dependency");

    [Fact]
    public Task Accepts_dependencies_of_which_none_implies_another() => Verify.AcceptsAsync(
        """
        [Plan]
        public partial class Report
        {
            [Step] void A() { }
            [Step] void B() { }
            [Step(DependsOn = [nameof(A), nameof(B)])] void C() { }
        }
        """);
}
