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
    [InlineData("ResumeAsync")]
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

    [Theory]
    [InlineData("class {|PLAN0004:Results|} { }")]
    [InlineData("int {|PLAN0004:Definition|} { get; }")]
    [InlineData("int {|PLAN0004:Start|};")]
    [InlineData("event Action {|PLAN0004:Observe|} { add { } remove { } }")]
    [InlineData("Task {|PLAN0004:RunAsync|}(int day, CancellationToken ct) => Task.CompletedTask;")]
    [InlineData("void {|PLAN0004:Start|}(int day, PlanOptions? options, CancellationToken ct) { }")]
    [InlineData("static void {|PLAN0004:Observe|}(int number) { }")]
    [InlineData("void {|PLAN0004:Results|}(string number) { }")]
    [InlineData("void {|PLAN0004:ResumeAsync|}(string run, PlanOptions how, CancellationToken ct) { }")]
    public Task Reports_a_member_that_stands_where_a_generated_one_has_to(string member) => Verify.Test.RunAsync(
        $$"""
        [Plan]
        public partial class Report
        {
            [Step] int Build([Input] int day) => day;
            [Signal("approve")] private partial Task Approve();
            {{member}}
        }
        """);

    [Fact]
    public Task Reports_it_with_a_remedy() => Verify.ReportsAsync(
        "[Plan] public partial class Report { [Step] void Build() { } int {|PLAN0004:Start|} => 1; }",
        "'Start' cannot be used as the name of this member: a member of that name is generated on a plan; choose another name");

    [Fact]
    public Task Accepts_overloads_of_generated_methods() => Verify.AcceptsAsync(
        """
        [Plan]
        public partial class Report
        {
            [Step] int Build([Input] int day) => day;
            public Task<Results> RunAsync(string day) => RunAsync(int.Parse(day));
            public Task ResumeAsync(string run, int day, PlanOptions options, CancellationToken ct) => ResumeAsync(run, options, ct);
            public void Start<T>(int day, PlanOptions? options, CancellationToken ct) { }
        }
        """);

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
