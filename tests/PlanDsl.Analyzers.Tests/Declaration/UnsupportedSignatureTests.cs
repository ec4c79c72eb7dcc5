namespace PlanDsl.Analyzers.Tests;

public sealed class UnsupportedSignatureTests
{
    [Fact]
    public Task A_parameter_that_no_step_can_have_is_not_also_unbound() => Verify.AcceptsAsync(
        """
        [Plan]
        public partial class Report
        {
            [Step] void Fetch(out int {|PLAN0006:count|}) => count = 1;
            [Step] void Build(Span<int> {|PLAN0006:numbers|}) { }
        }
        """);

    [Fact]
    public Task Reports_a_generic_step() => Verify.ReportsAsync(
        """
        [Plan]
        public partial class Report
        {
            [Step] void {|PLAN0006:Build|}<T>() { }
        }
        """,
        "Step 'Build' cannot be generated: it is generic, and nothing says for which types to run it; take the type parameters off, or move them to the plan");

    [Fact]
    public Task Reports_the_parameter_that_is_passed_by_reference() => Verify.ReportsAsync(
        """
        [Plan]
        public partial class Report
        {
            [Step] int Fetch() => 1;
            [Step] void Build(ref int {|PLAN0006:fetch|}) { }
        }
        """,
        "Step 'Build' cannot be generated: parameter 'fetch' is passed by reference, and steps share values only; take 'int fetch'");

    [Fact]
    public Task Reports_a_key_for_a_result_that_there_is_not() => Verify.ReportsAsync(
        """
        [Plan]
        public partial class Report
        {
            [Step(ResultKey = {|PLAN0006:"built"|})] void Build() { }
        }
        """,
        "Step 'Build' cannot be generated: it has a ResultKey but returns no value; return one, or remove the ResultKey");

    [Fact]
    public Task Reports_async_void() => Verify.ReportsAsync(
        """
        [Plan]
        public partial class Report
        {
            [Step] async void {|PLAN0006:Build|}() => await Task.Yield();
        }
        """,
        "Step 'Build' cannot be generated: it is 'async void', whose end nobody can await; return Task");

    [Fact]
    public Task Leaves_a_type_that_does_not_exist_to_the_compiler() => Verify.AcceptsAsync(
        """
        [Plan]
        public partial class Report
        {
            [Step] {|CS0246:Ordrs|} Fetch() => null!;
            [Step] void Build(int fetch) { }
        }
        """);

    [Fact]
    public Task Reports_a_local_function() => Verify.ReportsAsync(
        """
        [Plan]
        public partial class Report
        {
            [Step] int Build()
            {
                return Fetch(1);
                [Step] int {|PLAN0006:Fetch|}([Input] int day) => day;
            }
        }
        """,
        "Step 'Fetch' cannot be generated: it is a local function, which no plan can call; make it a method of the plan");

    [Fact]
    public Task Reports_services_that_no_container_has() => Verify.ReportsAsync(
        """
        [Plan]
        public partial class Report
        {
            [Step] void Build([FromServices] int {|PLAN0006:limit|}) { }
            [Step] void Check([FromServices] DateTime? {|PLAN0006:day|}) { }
            [Step] Task Send([FromServices] CancellationToken {|PLAN0006:ct|}) => Task.CompletedTask;
            [Step] void Log([FromServices] StepContext {|PLAN0006:context|}, [FromServices] IServiceProvider services) { }
        }
        """,
        "Step 'Build' cannot be generated: parameter 'limit' takes 'int' from services, which hold no value types; take a class or an interface that has it",
        "Step 'Check' cannot be generated: parameter 'day' takes 'DateTime?' from services, which hold no value types; take a class or an interface that has it",
        "Step 'Send' cannot be generated: parameter 'ct' takes 'CancellationToken' from services, but the engine supplies it; remove [FromServices]",
        "Step 'Log' cannot be generated: parameter 'context' takes 'StepContext' from services, but the engine supplies it; remove [FromServices]");

    [Fact]
    public Task Reports_inputs_that_the_engine_supplies() => Verify.ReportsAsync(
        """
        [Plan]
        public partial class Report
        {
            [Step] Task Send([Input] CancellationToken {|PLAN0006:ct|}) => Task.CompletedTask;
            [Step] void Log([Input] StepContext {|PLAN0006:context|}, [Input] int day) { }
        }
        """,
        "Step 'Send' cannot be generated: parameter 'ct' takes 'CancellationToken' as an input, but the engine supplies it; remove [Input]",
        "Step 'Log' cannot be generated: parameter 'context' takes 'StepContext' as an input, but the engine supplies it; remove [Input]");

    [Fact]
    public Task Leaves_a_generated_body_that_nobody_may_call_to_the_compiler() => Verify.AcceptsAsync(
        """
        [Plan]
        public partial class Report
        {
            [Signal("approve")] partial Task<int> {|CS8796:Approve|}();
            [Step] int Count(int approve) => approve;
        }
        """);

    [Fact]
    public Task Accepts_tasks_and_values() => Verify.AcceptsAsync(
        """
        [Plan]
        public partial class Report
        {
            [Step] Task<int> A(CancellationToken ct) => Task.FromResult(1);
            [Step] ValueTask<int> B(CancellationToken ct) => new(1);
            [Step] (int, string) C(int a, int b) => (a + b, "");
            [Step] ValueTask D((int, string) c, CancellationToken ct) => default;
        }
        """);
}
