namespace PlanDsl.Analyzers.Tests;

public sealed class SelfDependencyTests
{
    [Fact]
    public Task Reports_a_step_that_binds_its_own_result() => Verify.ReportsAsync(
        """
        [Plan]
        public partial class Report
        {
            [Step] int Build(int {|PLAN0103:build|}) => build;
        }
        """,
        "Step 'build' depends on itself, so it could never start; remove this edge");

    [Fact]
    public Task Reports_a_step_that_names_itself() => Verify.ReportsAsync(
        """
        [Plan]
        public partial class Report
        {
            [Step(DependsOn = [{|PLAN0103:nameof(Build)|}])] void Build() { }
        }
        """,
        "Step 'build' depends on itself, so it could never start; remove this edge");

    [Fact]
    public Task Accepts_a_step_with_an_input_of_its_own_name_and_another_key() => Verify.AcceptsAsync(
        """
        [Plan]
        public partial class Report
        {
            [Step(ResultKey = "built")] int Build([Input] int build) => build;
        }
        """);
}
