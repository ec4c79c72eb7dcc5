namespace PlanDsl.Analyzers.Tests;

public sealed class ShadowedInputTests
{
    [Fact]
    public Task Reports_a_result_that_is_named_like_an_input() => Verify.ReportsAsync(
        """
        [Plan]
        public partial class Report
        {
            [Step] int Fetch([Input] int day) => day;
            [Step] int {|PLAN0206:Day|}(int fetch) => fetch;
        }
        """,
        "Step 'day' produces 'day', which is also the name of an input; give the step another result_key or rename the input");

    [Fact]
    public Task Accepts_a_step_without_a_result_that_is_named_like_an_input() => Verify.AcceptsAsync(
        """
        [Plan]
        public partial class Report
        {
            [Step] int Fetch([Input] int day) => day;
            [Step] void Day(int fetch) { }
        }
        """);
}
