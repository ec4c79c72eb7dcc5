namespace PlanDsl.Analyzers.Tests;

public sealed class InvalidFallbackTests
{
    [Fact]
    public Task Reports_a_fallback_of_another_type() => Verify.ReportsAsync(
        """
        [Plan]
        public partial class Report
        {
            [Step(Fallback = {|PLAN0307:nameof(Text)|})] int A() => 1;
            [Step(Fallback = {|PLAN0307:nameof(Nothing)|})] Task<int> B(CancellationToken ct) => Task.FromResult(1);
            [Step(Fallback = {|PLAN0307:nameof(Text)|})] void C() { }
            [Step(Fallback = {|PLAN0307:nameof(Maybe)|})] string D() => "";

            string Text() => "";
            void Nothing() { }
            Task<string?> Maybe() => Task.FromResult<string?>(null);
        }
        """,
        "Fallback 'Text' of step 'a' cannot be used: it returns 'string', but the step returns 'int'; return that",
        "Fallback 'Nothing' of step 'b' cannot be used: it returns nothing, but the step returns 'int'; return that",
        "Fallback 'Text' of step 'c' cannot be used: it returns 'string', but the step returns nothing; return nothing",
        "Fallback 'Maybe' of step 'd' cannot be used: it returns 'string?', but what binds the step's result counts on 'string'; return that");

    [Fact]
    public Task Reports_a_compensation_that_returns_a_value() => Verify.ReportsAsync(
        """
        [Plan]
        public partial class Report
        {
            [Step(Compensate = {|PLAN0307:nameof(Undo)|})] int A() => 1;
            static Task<bool> Undo(int a) => Task.FromResult(a > 1);
        }
        """,
        "Compensation 'Undo' of step 'a' cannot be used: it returns 'bool', which nobody would get; return nothing");

    [Fact]
    public Task Reports_names_of_no_method_that_could_be_meant() => Verify.ReportsAsync(
        """
        public abstract class Base
        {
            protected int Inherited() => 1;
        }

        [Plan]
        public partial class Report : Base
        {
            [Step(Fallback = {|PLAN0307:"LastRate"|})] int A() => 1;
            [Step(Fallback = {|PLAN0307:"Zebra"|})] int B() => 1;
            [Step(Fallback = {|PLAN0307:nameof(A)|})] int C() => 1;
            [Step(Fallback = {|PLAN0307:nameof(Twice)|})] int D() => 1;
            [Step(Fallback = {|PLAN0307:nameof(Number)|})] int E() => 1;
            [Step(Fallback = {|PLAN0307:nameof(Inherited)|})] int F() => 1;
            [Step(Fallback = {|PLAN0307:""|})] int G() => 1;

            int LastRates() => 1;
            int Twice() => 1;
            int Twice(int a) => a;
            int Number => 1;
        }
        """,
        "Fallback 'LastRate' of step 'a' cannot be used: there is no such method in the plan; did you mean 'LastRates'?",
        "Fallback 'Zebra' of step 'b' cannot be used: there is no such method in the plan; name one of its methods",
        "Fallback 'A' of step 'c' cannot be used: it is a step itself; name a method that is none",
        "Fallback 'Twice' of step 'd' cannot be used: there are 2 methods of this name; give the one that is meant a name of its own",
        "Fallback 'Number' of step 'e' cannot be used: it is no method; name a method of the plan",
        "Fallback 'Inherited' of step 'f' cannot be used: it is inherited, and only the plan's own methods can be named; declare one that calls it",
        "Fallback '' of step 'g' cannot be used: the name is empty; name a method of the plan, or leave the option out");

    [Fact]
    public Task Reports_methods_that_cannot_be_called() => Verify.ReportsAsync(
        """
        [Plan]
        public partial class Report
        {
            [Step(Compensate = {|PLAN0307:nameof(Forget)|})] void A() { }
            [Step(Compensate = nameof(Change))] int B() => 1;

            async void Forget() => await Task.Yield();
            void Change(ref int {|PLAN0307:b|}) => b++;
        }
        """,
        "Compensation 'Forget' of step 'a' cannot be used: it is 'async void', whose end nobody can await; return Task",
        "Compensation 'Change' of step 'b' cannot be used: parameter 'b' is passed by reference, and steps share values only; take 'int b'");

    [Fact]
    public Task Reports_what_is_wrong_with_a_method_once_however_many_steps_name_it() => Verify.ReportsAsync(
        """
        [Plan]
        public partial class Report
        {
            [Step(Fallback = nameof(Cached))] int A() => 1;
            [Step(Fallback = nameof(Cached))] int B() => 1;
            int Cached(int {|PLAN0201:missing|}) => 1;
        }
        """,
        "No step produces 'missing', which parameter 'missing' of fallback 'Cached' of step 'a' binds; the only result to bind is 'b'; or mark it [Input]");

    [Theory]
    [InlineData("Task<int>", "int", "1")]
    [InlineData("ValueTask<long>", "Task<int>", "Task.FromResult(1)")]
    [InlineData("object", "ValueTask<string>", "new(\"\")")]
    [InlineData("Task", "void", "throw new Exception()")]
    [InlineData("void", "Task", "Task.CompletedTask")]
    [InlineData("string?", "string?", "null")]
    [InlineData("Task<IEnumerable<string>>", "string[]", "[]")]
    [InlineData("int?", "int", "1")]
    public Task Accepts_what_a_step_can_be_replaced_by(string step, string fallback, string value) => Verify.AcceptsAsync(
        $$"""
        [Plan]
        public partial class Report
        {
            [Step(Fallback = nameof(Other))] {{step}} A(CancellationToken ct) => throw new InvalidOperationException();
            static {{fallback}} Other([Input] int x) => {{value}};
        }
        """);

    [Theory]
    [InlineData("void Undo() { }")]
    [InlineData("static Task Undo(int a, CancellationToken ct) => Task.Delay(a, ct);")]
    [InlineData("ValueTask Undo([From(\"a\")] long? what, StepContext context, [Input] string why) => default;")]
    public Task Accepts_what_can_undo_a_step(string compensation) => Verify.AcceptsAsync(
        $$"""
        [Plan]
        public partial class Report
        {
            [Step(Compensate = nameof(Undo))] int A() => 1;
            {{compensation}}
        }
        """);
}
