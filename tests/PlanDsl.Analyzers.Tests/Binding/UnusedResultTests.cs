namespace PlanDsl.Analyzers.Tests;

public sealed class UnusedResultTests
{
    [Fact]
    public Task Reports_a_result_that_no_dependent_binds() => Verify.ReportsAsync(
        """
        [Plan]
        public partial class Report
        {
            [Step] int {|PLAN0205:Fetch|}() => 1;
            [Step(DependsOn = [nameof(Fetch)])] void Build() { }
        }
        """,
        "Steps come after 'fetch', but none of them takes its result 'fetch'; bind it where it is needed, or let the step return nothing");

    [Fact]
    public Task Accepts_a_result_at_the_end_and_one_that_is_bound() => Verify.AcceptsAsync(
        """
        [Plan]
        public partial class Report
        {
            [Step] int Fetch() => 1;
            [Step(DependsOn = [nameof(Fetch)])] void Clear() { }
            [Step] int Build(int fetch) => fetch;
        }
        """);
}
