namespace PlanDsl.Compiler.Tests;

public class StepSignatureTests
{
    [Theory]
    [InlineData("void S<T>() {}", "S", "generic")]
    [InlineData("void S(ref int x) {}", "x", "by reference")]
    [InlineData("void S(out int x) => x = 1;", "x", "by reference")]
    [InlineData("void S(in int x) {}", "x", "by reference")]
    [InlineData("ref int S() => ref _x; int _x;", "S", "reference")]
    [InlineData("void S([Input] Span<int> x) {}", "x", "stack")]
    [InlineData("ReadOnlySpan<char> S() => default;", "S", "stack")]
    [InlineData("unsafe int* S() => null;", "S", "pointer")]
    [InlineData("unsafe void S([Input] delegate*<void> x) {}", "x", "pointer")]
    [InlineData("async void S() => await Task.Yield();", "S", "async void")]
    [InlineData("Task<IAsyncEnumerable<int>> S(CancellationToken ct) => null!;", "S", "stream")]
    [InlineData("ValueTask<IObservable<int>> S(CancellationToken ct) => default;", "S", "stream")]
    [InlineData("System.Runtime.CompilerServices.YieldAwaitable S() => default;", "S", "neither Task nor ValueTask")]
    [InlineData("Own S() => null!; public record Own { public System.Runtime.CompilerServices.TaskAwaiter GetAwaiter() => default; }", "S", "neither Task nor ValueTask")]
    [InlineData("More S() => null!; public class Own { public System.Runtime.CompilerServices.TaskAwaiter GetAwaiter() => default; } public class More : Own;", "S", "neither Task nor ValueTask")]
    [InlineData("Task<Task> S() => null!;", "S", "within a task")]
    [InlineData("private partial void S();", "S", "no body")]
    [InlineData("void S([Input, From(\"x\")] int x) {}", "x", "both [Input] and [From]")]
    public void What_cannot_be_called_is_a_finding(string method, string at, string why)
    {
        var source = $"[Plan] public partial class P {{ [Step] {method} }}";
        Assert.Equal([$"PLAN0006 @ {at}"], ReadPlan.Findings(source).Where(static finding => finding.StartsWith("PLAN0006", StringComparison.Ordinal)));
        Assert.Contains(why, ReadPlan.From(source).Findings[0].Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("void RunAsync() {}", "RunAsync")]
    [InlineData("void Start() {}", "Start")]
    [InlineData("void __Hidden() {}", "__Hidden")]
    public void Reserved_names_are_a_finding(string method, string at) =>
        Assert.Contains($"PLAN0004 @ {at}", ReadPlan.Findings($"[Plan] public partial class P {{ [Step] {method} }}"));

    [Theory]
    [InlineData("int Results() => 1;", "Results")]
    [InlineData("string ToString() => null!;", "ToString")]
    public void A_name_that_is_reserved_for_method_and_member_is_one_finding(string method, string at) =>
        Assert.Equal([$"PLAN0004 @ {at}"], ReadPlan.Findings($"[Plan] public partial class P {{ [Step] new {method} }}"));

    [Fact]
    public void A_key_without_a_value_is_a_finding_at_the_key() =>
        Assert.Equal(["PLAN0006 @ \"x\""], ReadPlan.Findings("[Plan] public partial class P { [Step(ResultKey = \"x\")] void A() {} }"));

    [Fact]
    public void One_bad_signature_is_one_finding() =>
        Assert.Equal(["PLAN0006 @ A"], ReadPlan.Findings("[Plan] public partial class P { [Step] Task<IAsyncEnumerable<int>> A(CancellationToken ct) => null!; [Step] void B(int[] a) {} [Step] void C(string a) {} }"));

    [Theory]
    [InlineData("void A(out int n) => n = 1;", "n")]
    [InlineData("void A(ref int n) {}", "n")]
    [InlineData("void A(Span<int> n) {}", "n")]
    [InlineData("async void A() => await Task.Yield();", "A")]
    [InlineData("Task<Task<int>> A() => null!;", "A")]
    public void Neither_its_parameters_nor_its_consumers_are_findings_as_well(string method, string at) =>
        Assert.Equal([$"PLAN0006 @ {at}"], ReadPlan.Findings($"[Plan] public partial class P {{ [Step] {method} [Step] void B(int a) {{}} [Step] void C(string a) {{}} }}"));

    [Fact]
    public void Who_binds_what_is_passed_out_has_made_no_second_mistake() =>
        Assert.Equal(["PLAN0006 @ words"], ReadPlan.Findings("[Plan] public partial class P { [Step] void Count(out int words) => words = 1; [Step] void Print(int words) {} }"));

    [Fact]
    public void What_is_passed_out_is_to_be_returned() => Assert.Equal(
        "Step 'A' cannot be generated: parameter 'n' is passed by reference, and steps share values only; return it",
        ReadPlan.Of("[Step] void A(out int n) => n = 1;").Findings[0].Message);

    [Theory]
    [InlineData("Missing")]
    [InlineData("List<Missing>")]
    [InlineData("Missing.Inner[]")]
    public void A_type_that_C_sharp_does_not_know_is_left_to_it(string type)
    {
        var spec = ReadPlan.Of($"[Step] {type} A() => null!; [Step] void B(int a) {{}} [Step] void C([Input] {type} x) {{}}");
        Assert.Empty(spec.Findings);
        Assert.False(spec.IsValid);
        Assert.Equal([0, 2], spec.UnresolvedSteps);
    }

    [Fact]
    public void A_type_that_another_generator_makes_is_a_finding_once_it_exists()
    {
        // What the generator leaves behind when it does not know the type, beside the type that came later.
        const string Source = "[Plan] public partial class P { [Step] Made A() => null!; private const string __UnresolvedSteps = \"0\"; } public class Made;";
        Assert.Equal(["PLAN0006 @ A"], ReadPlan.Findings(Source));
        Assert.Contains("another generator", ReadPlan.From(Source).Findings[0].Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Other.Results", "global::N.Other.Results")]
    [InlineData("Other.Results[]", "global::N.Other.Results[]")]
    [InlineData("List<Gen<int>.Results>", "global::System.Collections.Generic.List<global::N.Gen<int>.Results>")]
    public void The_results_of_another_plan_are_known_before_they_are_generated(string type, string name)
    {
        var spec = ReadPlan.From($$"""
            namespace N;
            [Plan] public partial class Other { [Step] int A() => 1; }
            [Plan] public partial class Gen<T> { [Step] int A() => 1; }
            [Plan] public partial class P { [Step] {{type}} A() => null!; [Step] void B({{type}} a) {} [Step] void C(object a) {} }
            """, "N.P");
        Assert.Empty(spec.Findings);
        Assert.True(spec.IsValid);
        Assert.Equal(name, spec.Model.Steps[0].ResultType!.Name);
        Assert.Equal(Model.Nullability.NotNull, spec.Model.Steps[0].ResultType!.Nullability);
    }
}
