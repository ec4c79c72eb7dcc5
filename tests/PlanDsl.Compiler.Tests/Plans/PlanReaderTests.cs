using PlanDsl.Model;

namespace PlanDsl.Compiler.Tests;

public class PlanReaderTests
{
    [Theory]
    [InlineData("FetchAsync", "already taken by method 'Fetch' (ids leave out 'Async');")]
    [InlineData("Fetch", "already taken by another 'Fetch';")]
    [InlineData("fetch", "already taken by method 'Fetch';")]
    public void Of_two_methods_with_one_id_the_later_one_is_told_of_the_other(string later, string taken) =>
        Assert.Contains(taken, ReadPlan.Of($"[Step] void Fetch() {{}} [Step] void {later}([Input] int x) {{}}").Findings[0].Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("Fetch", "fetch")]
    [InlineData("FetchOrders", "fetch_orders")]
    [InlineData("FetchOrdersAsync", "fetch_orders")]
    [InlineData("FetchAsyncAsync", "fetch_async")]
    [InlineData("Async", "async")]
    [InlineData("fetchXML", "fetch_xml")]
    public void A_step_takes_its_id_from_its_method(string method, string id)
    {
        var spec = ReadPlan.Of($"[Step] int {method}() => 1;");
        Assert.Equal((id, id), (spec.Model.Steps[0].Id, spec.Model.Steps[0].ResultKey));
        Assert.Equal(PascalCase.From(id), spec.Steps[0].Member);
    }

    [Theory]
    [InlineData("void S() {}", ReturnKind.Void, null)]
    [InlineData("int S() => 1;", ReturnKind.Value, "int")]
    [InlineData("Task S() => Task.CompletedTask;", ReturnKind.Awaitable, null)]
    [InlineData("ValueTask S() => default;", ReturnKind.Awaitable, null)]
    [InlineData("Task<string?> S() => null!;", ReturnKind.AwaitableValue, "string")]
    [InlineData("async ValueTask<(int A, string? B)> S() { await Task.Yield(); return default; }", ReturnKind.AwaitableValue, "(int A, string? B)")]
    [InlineData("private static List<string?>? S() => null;", ReturnKind.Value, "global::System.Collections.Generic.List<string?>")]
    [InlineData("public int? S() => null;", ReturnKind.Value, "int?")]
    public void A_step_returns_nothing_a_value_or_a_task(string method, ReturnKind kind, string? type)
    {
        var spec = ReadPlan.Of("[Step] " + method);
        Assert.Equal(kind, spec.Steps[0].Returns);
        Assert.Equal(type, spec.Model.Steps[0].ResultType?.Name);
        Assert.Equal(kind is ReturnKind.Awaitable or ReturnKind.AwaitableValue, spec.Model.Steps[0].IsAsync);
        Assert.True(spec.IsValid);
    }

    [Fact]
    public void Nullability_is_what_the_declaration_says()
    {
        var steps = ReadPlan.Of("""
            [Step] string A() => ""; [Step] string? B() => null; [Step] int C() => 1; [Step] int? D() => 1;
            #nullable disable
            [Step] string E() => "";
            """).Model.Steps;
        Assert.Equal(
            [Nullability.NotNull, Nullability.Nullable, Nullability.NotNull, Nullability.Nullable, Nullability.Oblivious],
            steps.Select(static step => step.ResultType!.Nullability));
    }

    [Fact]
    public void Parameters_bind_by_name_by_key_as_inputs_and_to_the_token()
    {
        var parameters = ReadPlan.Of("""
            [Step] int FetchOrders() => 1;
            [Step] void Use(int fetchOrders, [From("fetch_orders")] long other, [Input] string theDay, CancellationToken ct) {}
            """).Model.Steps[1].Parameters;
        Assert.Equal(
            [
                ("fetchOrders", ParameterKind.Result, "fetch_orders", false), ("other", ParameterKind.Result, "fetch_orders", true),
                ("theDay", ParameterKind.Input, "the_day", false), ("ct", ParameterKind.CancellationToken, "", false),
            ],
            parameters.Select(static parameter => (parameter.Name, parameter.Kind, parameter.Key, parameter.IsExplicit)));
    }

    [Fact]
    public void Options_of_plan_and_steps_are_read_as_written()
    {
        var model = ReadPlan.From("""
            [Plan(Id = "report", MaxParallel = 8)] partial class P
            {
                [Step(ResultKey = "orders", OnFailure = FailurePolicy.SkipDependents, Critical = false)] int FetchAsync() => 1;
                [Step(DependsOn = [nameof(FetchAsync), "other", "nobody"])] void Other2() {}
                [Step(DependsOn = new[] { "fetch" })] void Other() {}
            }
            """).Model;
        Assert.Equal(("report", 8), (model.Id, model.MaxParallel));
        Assert.Equal(("orders", FailurePolicy.SkipDependents, false), (model.Steps[0].ResultKey, model.Steps[0].OnFailure, model.Steps[0].Critical));
        Assert.Equal(["fetch", "other", "nobody"], model.Steps[1].DependsOn);
        Assert.Equal(["fetch"], model.Steps[2].DependsOn);
    }

    [Fact]
    public void What_is_left_out_stays_unsaid()
    {
        var model = ReadPlan.From("namespace N; public partial class Outer<T> { [Plan] internal partial class P { [Step] void A() {} } }", "N.Outer`1+P").Model;
        Assert.Equal(("N.Outer`1+P", null), (model.Id, model.MaxParallel));
        Assert.Equal((null, null, null), (model.Steps[0].DeclaredResultKey, model.Steps[0].OnFailure, model.Steps[0].Critical));
    }

    [Fact]
    public void A_result_that_a_successful_run_may_lack_is_optional_in_Results()
    {
        var spec = ReadPlan.Of("[Step(OnFailure = FailurePolicy.Continue)] int A() => 1; [Step] int B(int? a) => 1;");
        Assert.Equal([true, false], spec.Steps.Select(static step => step.IsOptionalInResults));
        Assert.Empty(spec.Findings);
    }

    [Fact]
    public void Steps_of_all_parts_count_and_those_of_the_base_do_not()
    {
        var spec = ReadPlan.From("""
            public abstract class Base { protected int Help() => 1; }
            [Plan] public partial class P : Base { [Step] int A() => Help(); }
            public partial class P { [Step] void B(int a) {} }
            """);
        Assert.Equal(["a", "b"], spec.Model.Steps.Select(static step => step.Id));
        Assert.Empty(spec.Findings);
    }

    [Theory]
    [InlineData("int", "long")]
    [InlineData("string", "object")]
    [InlineData("int", "int?")]
    [InlineData("string[]", "IReadOnlyList<string>")]
    [InlineData("List<string>", "IEnumerable<string?>")]
    [InlineData("int", "System.Numerics.BigInteger")]
    [InlineData("P.Results", "object")]
    public void A_result_fits_what_it_converts_to(string from, string to) =>
        Assert.Empty(ReadPlan.Of($"[Step] {from} A() => default!; [Step] void B({to} a) {{}}").Findings);

    [Theory]
    [InlineData("long", "int")]
    [InlineData("string", "int")]
    [InlineData("object", "string")]
    [InlineData("List<string>", "List<object>")]
    [InlineData("List<string?>", "List<string>")]
    public void Other_types_are_a_mismatch_at_the_type_of_the_parameter(string from, string to) =>
        Assert.Equal([$"PLAN0202 @ {to}"], ReadPlan.Findings($"[Plan] public partial class P {{ [Step] {from} A() => default!; [Step] void B({to} a) {{}} }}"));

    [Fact]
    public void A_nullable_value_into_one_that_is_not_is_no_mismatch_but_an_optional_result() =>
        Assert.Equal(["PLAN0204 @ int"], ReadPlan.Findings("[Plan] public partial class P { [Step] int? A() => 1; [Step] void B(int a) {} }"));

    [Fact]
    public void An_overloaded_step_is_marked_so()
    {
        var spec = ReadPlan.Of("[Step] int A() => 1; [Step] void B(object a) {} void B(int a) {}");
        Assert.Equal([false, true], spec.Steps.Select(static step => step.IsOverloaded));
    }
}
