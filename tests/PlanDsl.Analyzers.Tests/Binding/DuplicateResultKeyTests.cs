namespace PlanDsl.Analyzers.Tests;

public sealed class DuplicateResultKeyTests
{
    [Fact]
    public Task Reports_the_later_of_two_steps_with_one_key() => Verify.ReportsAsync(
        """
        [Plan]
        public partial class Report
        {
            [Step(ResultKey = {|related:"orders"|})] int Fetch() => 1;
            [Step(ResultKey = {|PLAN0203:"orders"|})] int Load() => 2;
        }
        """,
        "Step 'load' produces 'orders', as step 'fetch' does; give one of the two another result_key");

    [Fact]
    public Task Reports_keys_that_give_one_member_of_Results() => Verify.ReportsAsync(
        """
        [Plan]
        public partial class Report
        {
            [Step(ResultKey = "orders_2")] int Fetch() => 1;
            [Step] int {|PLAN0203:Orders2|}() => 2;
        }
        """,
        "Step 'orders2' produces 'orders2', which becomes the member 'Orders2' of Results, as 'orders_2' of step 'fetch' does; give one of the two another result_key");

    [Fact]
    public Task Accepts_a_key_that_is_the_id_of_a_step_without_a_result() => Verify.AcceptsAsync(
        """
        [Plan]
        public partial class Report
        {
            [Step] void Orders() { }
            [Step(ResultKey = "orders")] int Fetch() => 1;
        }
        """);
}
