namespace PlanDsl.Analyzers.Tests;

public sealed class UnboundParameterTests
{
    [Fact]
    public Task Reports_a_fan_out_through_what_there_is_not() => Verify.ReportsAsync(
        """
        [Plan]
        public partial class Report
        {
            [Step] int Show([Each({|PLAN0201:"all_orders"|})] string order) => order.Length;
            [Step] int Count([Each({|PLAN0201:"dayss"|})] string day, [Input] string[] days) => day.Length;
        }
        """,
        "No step produces 'all_orders', which parameter 'order' of step 'show' binds; name the result or the input that holds the elements; an input is declared by a parameter of any step, such as '[Input] string[] allOrders'",
        "No step produces 'dayss', which parameter 'day' of step 'count' binds; did you mean 'days'?");

    [Fact]
    public Task Leaves_a_key_that_does_not_compile_to_the_compiler() => Verify.AcceptsAsync(
        """
        [Plan]
        public partial class Report
        {
            [Step] int Fetch() => 1;
            [Step] void Build([From({|CS0103:fetchh|})] int first, [{|CS7036:From|}] int second, [From({|CS1503:3|})] int third) { }
            [Step] void Send(int fetch) { }
        }
        """);

    [Fact]
    public async Task Reports_the_parameter_and_the_nearest_result()
    {
        var diagnostics = await Verify.Test.RunAsync(
            """
            [Plan]
            public partial class Report
            {
                [Step] int FetchOrders() => 1;
                [Step] void Build(int {|PLAN0201:fetchOrdrs|}) { }
            }
            """);

        var diagnostic = Assert.Single(diagnostics);
        Assert.Equal("No step produces 'fetch_ordrs', which parameter 'fetchOrdrs' of step 'build' binds; did you mean 'fetch_orders'?", diagnostic.GetMessage(null));
        Assert.Equal("fetch_orders", diagnostic.Properties[FindingProperties.Suggestion]);
    }

    [Fact]
    public Task Reports_an_explicit_key_where_it_is_written() => Verify.ReportsAsync(
        """
        [Plan]
        public partial class Report
        {
            [Step] int Fetch() => 1;
            [Step] void Build([From({|PLAN0201:"zebra"|})] int orders, int fetch) { }
        }
        """,
        "No step produces 'zebra', which parameter 'orders' of step 'build' binds; the only result to bind is 'fetch'; or mark it [Input]");

    [Fact]
    public Task Names_services_too_where_the_type_may_be_one_and_the_method_may_ask_for_it() => Verify.ReportsAsync(
        """
        public interface IMailer;
        public sealed class Clock;
        public sealed class Order;
        public sealed record Address;

        [Plan]
        public partial class Report
        {
            [Step(When = nameof(IsDue), Fallback = nameof(Cached))] Order Fetch() => new();
            [Step] void Send(IMailer {|PLAN0201:mailer|}, Clock {|PLAN0201:clock|}, [From("fetch")] Order? order) { }
            [Step] void Show(Order {|PLAN0201:weather|}, Address {|PLAN0201:address|}, IReadOnlyList<int> {|PLAN0201:numbers|}, string {|PLAN0201:text|}, Task<int> {|PLAN0201:task|}) { }
            bool IsDue(Clock {|PLAN0201:watch|}) => true;
            Order Cached(IMailer {|PLAN0201:mailer|}) => new();
        }
        """,
        Unbound("mailer", "step 'send'", "the only result to bind is 'fetch'; or mark it [Input] or [FromServices]"),
        Unbound("clock", "step 'send'", "the only result to bind is 'fetch'; or mark it [Input] or [FromServices]"),
        Unbound("weather", "step 'show'", "the only result to bind is 'fetch'; or mark it [Input]"),
        Unbound("address", "step 'show'", "the only result to bind is 'fetch'; or mark it [Input]"),
        Unbound("numbers", "step 'show'", "the only result to bind is 'fetch'; or mark it [Input]"),
        Unbound("text", "step 'show'", "the only result to bind is 'fetch'; or mark it [Input]"),
        Unbound("task", "step 'show'", "the only result to bind is 'fetch'; or mark it [Input]"),
        Unbound("watch", "condition 'IsDue' of step 'fetch'", "name a step's result_key, or mark it [Input]"),
        Unbound("mailer", "fallback 'Cached' of step 'fetch'", "name a step's result_key, or mark it [Input] or [FromServices]"));

    [Fact]
    public Task Reports_what_a_step_without_a_result_is_asked_for() => Verify.ReportsAsync(
        """
        [Plan]
        public partial class Report
        {
            [Step] void Fetch() { }
            [Step] void Build(int {|PLAN0201:fetch|}) { }
        }
        """,
        "No step produces 'fetch', which parameter 'fetch' of step 'build' binds; step 'fetch' returns nothing: let it return the value, or remove the parameter and name the step in DependsOn");

    [Fact]
    public Task Says_how_to_learn_the_end_of_a_step_without_a_result() => Verify.ReportsAsync(
        """
        [Plan]
        public partial class Report
        {
            [Step] void Fetch() { }
            [Step(RunWhen = RunWhen.Always)] void Build(StepOutcome {|PLAN0201:fetch|}) { }
        }
        """,
        "No step produces 'fetch', which parameter 'fetch' of step 'build' binds; step 'fetch' returns nothing: to learn how it has ended, take 'StepOutcome<object>'");

    [Fact]
    public async Task Reports_a_method_that_is_not_marked_as_a_step()
    {
        var diagnostics = await Verify.Test.RunAsync(
            """
            [Plan]
            public partial class Report
            {
                Task<int> OrdersAsync(CancellationToken ct) => Task.FromResult(1);
                [Step] int Order() => 1;
                [Step] int Build(int {|PLAN0201:orders|}, int order) => orders;
            }
            """);

        var diagnostic = Assert.Single(diagnostics);
        Assert.Equal("No step produces 'orders', which parameter 'orders' of step 'build' binds; method 'OrdersAsync' lacks [Step]: mark it", diagnostic.GetMessage(null));
        Assert.Equal("order", diagnostic.Properties[FindingProperties.Suggestion]);
    }

    [Fact]
    public Task A_method_that_is_no_step_for_a_reason_is_not_proposed() => Verify.ReportsAsync(
        """
        [Plan]
        public partial class Report
        {
            [Step(When = nameof(IsOpen))] void Fetch() { }
            [Step] void Build(bool {|PLAN0201:isOpen|}, int {|PLAN0201:save|}) { }
            static bool IsOpen() => true;
            static void Save() { }
        }
        """,
        "No step produces 'is_open', which parameter 'isOpen' of step 'build' binds; name a step's result_key, or mark it [Input]",
        "No step produces 'save', which parameter 'save' of step 'build' binds; name a step's result_key, or mark it [Input]");

    [Fact]
    public Task A_member_that_is_generated_and_a_name_that_no_step_may_have_are_not_proposed() => Verify.ReportsAsync(
        """
        [Plan]
        public partial class Report
        {
            public override string ToString() => "";
            [Step] void Build(int {|PLAN0201:run|}, DateTime {|PLAN0201:start|}, int {|PLAN0201:observe|}, string {|PLAN0201:toString|}) { }
        }
        """,
        "No step produces 'run', which parameter 'run' of step 'build' binds; name a step's result_key, or mark it [Input]",
        "No step produces 'start', which parameter 'start' of step 'build' binds; name a step's result_key, or mark it [Input]",
        "No step produces 'observe', which parameter 'observe' of step 'build' binds; name a step's result_key, or mark it [Input]",
        "No step produces 'to_string', which parameter 'toString' of step 'build' binds; name a step's result_key, or mark it [Input]");

    [Fact]
    public Task Reports_nothing_more_of_a_type_that_does_not_exist() => Verify.ReportsAsync(
        """
        [Plan]
        public partial class Report
        {
            [Step] void Build({|CS0246:Ordr|} {|PLAN0201:orders|}) { }
        }
        """,
        "No step produces 'orders', which parameter 'orders' of step 'build' binds; name a step's result_key, or mark it [Input]");

    [Fact]
    public Task Accepts_results_inputs_and_tokens() => Verify.AcceptsAsync(
        """
        [Plan]
        public partial class Report
        {
            [Step] int FetchOrders([Input] DateOnly day) => day.Day;
            [Step] Task Build(int fetchOrders, [From("fetch_orders")] int again, CancellationToken stop) => Task.Delay(again, stop);
        }
        """);

    private static string Unbound(string parameter, string method, string remedy) =>
        $"No step produces '{parameter}', which parameter '{parameter}' of {method} binds; {remedy}";
}
