namespace PlanDsl.Analyzers.Tests;

public sealed class InvalidNameTests
{
    [Fact]
    public Task Reports_a_result_key_that_is_not_snake_case() => Verify.ReportsAsync(
        """
        [Plan]
        public partial class Report
        {
            [Step(ResultKey = {|PLAN0004:"allOrders"|})] int Fetch() => 1;
        }
        """,
        "'allOrders' cannot be used as a result_key: it is not in snake_case; write 'all_orders'");

    [Fact]
    public Task Reports_a_plan_id_with_a_space() => Verify.ReportsAsync(
        """
        [Plan(Id = {|PLAN0004:"order report"|})]
        public partial class Report
        {
            [Step] void Build() { }
        }
        """,
        "'order report' cannot be used as the id of a plan: it contains a space; use letters, digits and '_', '-', '.', '[', ']', '+', '`'");

    [Theory]
    [InlineData("Start")]
    [InlineData("Observe")]
    [InlineData("RunAsync")]
    [InlineData("__Run")]
    public Task Reports_a_step_with_a_reserved_name(string name) => Verify.ReportsAsync(
        $$"""
        [Plan]
        public partial class Report
        {
            [Step] void {|PLAN0004:{{name}}|}() { }
        }
        """,
        $"'{name}' cannot be used as the name of a step: a member of that name is generated or inherited; choose another name");

    [Fact]
    public Task Accepts_explicit_keys_and_ids() => Verify.AcceptsAsync(
        """
        [Plan(Id = "shop.order-report")]
        public partial class Report
        {
            [Step(ResultKey = "orders_2")] int Fetch() => 1;
            [Step] void Build([From("orders_2")] int orders) { }
        }
        """);
}
