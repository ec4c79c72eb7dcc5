using PlanDsl.Model;

namespace PlanDsl.Compiler.Tests;

public class CallLoweringTests
{
    private const string Orders = """
        public sealed record Line(string Sku, int Count);
        public sealed record Order(string Id, decimal Total, Line[] Lines, string? Note);

        [Plan] public partial class P
        {
            private Task<Order[]> FetchOrders(DateOnly day, CancellationToken ct, int most = 10) => Task.FromResult(Array.Empty<Order>());
            private static ValueTask<Order> First(IReadOnlyList<Order> orders) => new(orders[0]);
            private string Show(Order order, long limit, [FromServices] IFormatProvider format, StepContext context) => "";
            private void Note(string? text) { }
            private async IAsyncEnumerable<int> Count(int to) { await Task.Yield(); yield return to; }
        }
        """;

    [Fact]
    public void Methods_are_called_with_what_the_file_gives_and_what_the_engine_supplies()
    {
        const string json = """
            { "plan_id": "x", "inputs": { "day": { "type": "string" }, "limit": { "type": "integer", "default": 3 } }, "steps": [
              { "id": "fetch_orders", "result_key": "orders", "call": "FetchOrders", "with": { "day": "{{ inputs.day }}" } },
              { "id": "first", "call": "First", "with": { "orders": "{{ orders }}" } },
              { "id": "show", "call": "Show", "with": { "order": "{{ orders[0] }}", "limit": "{{ inputs.limit }}" } },
              { "id": "note", "call": "Note", "with": { "text": "{{ first.note }}" } },
              { "id": "count", "call": "Count", "with": { "to": 3 } },
              { "id": "end", "command": "e", "args": ["{{ first.total }}", "{{ first.lines[0].sku }}", "{{ count }}", "{{ count[0] }}"] } ] }
            """;
        var code = LoweredCode.Beside(json, Orders);
        Assert.StartsWith("Task<global::Order[]> FetchOrdersStep(string day, CancellationToken cancellationToken", LoweredCode.Method(code, "FetchOrdersStep"), StringComparison.Ordinal);
        Assert.Contains("ct: cancellationToken", LoweredCode.Method(code, "FetchOrdersStep"), StringComparison.Ordinal);
        Assert.Contains("return First(orders: orders);", LoweredCode.Method(code, "FirstStep"), StringComparison.Ordinal);
        var spec = ReadFilePlan.Of(json, Orders).Spec;
        Assert.True(spec.IsValid);
        Assert.Equal(
            [(ReturnKind.AwaitableValue, false, false), (ReturnKind.AwaitableValue, true, true), (ReturnKind.Value, false, false), (ReturnKind.Void, false, false), (ReturnKind.Stream, false, false), (ReturnKind.AwaitableValue, true, false)],
            spec.Steps.Select(static step => (step.Returns, step.IsStatic, step.IsValueTask)));
        Assert.Equal(["global::Order[]", "global::Order", "string", null, "int[]", "global::PlanDsl.CommandResult"], spec.Model.Steps.Select(static step => step.ResultType?.Name));
        Assert.True(spec.Model.Steps[2].NeedsServices);
        Assert.Equal("Orders", spec.Steps[0].Member);
    }

    [Theory]
    [InlineData("""{ "id": "a", "call": "FetchOrder" }""", "PLAN0506 @ \"FetchOrder\"")]
    [InlineData("""{ "id": "a", "call": "Missing" }""", "PLAN0506 @ \"Missing\"")]
    [InlineData("""{ "id": "a", "call": "FetchOrders" }""", "PLAN0201 @ \"FetchOrders\"")]
    [InlineData("""{ "id": "a", "call": "Note", "with": { "text": "x", "txt": 1 } }""", "PLAN0502 @ \"txt\"")]
    [InlineData("""{ "id": "a", "call": "Count", "with": { "to": "x" } }""", "PLAN0202 @ \"x\"")]
    [InlineData("""{ "id": "a", "command": "x" }, { "id": "b", "call": "Count", "with": { "to": "{{ a.stdout }}" } }""", "PLAN0202 @ a.stdout")]
    [InlineData("""{ "id": "a", "call": "Count", "with": { "to": 1 } }, { "id": "b", "command": "x", "args": ["{{ a.totl }}"] }""", "PLAN0207 @ totl")]
    [InlineData("""{ "id": "a", "call": "Note", "with": { "text": "x" } }, { "id": "b", "command": "x", "args": ["{{ a }}"] }""", "PLAN0201 @ a")]
    [InlineData("""{ "id": "a", "call": "First", "with": { "orders": [] } }, { "id": "b", "command": "x", "args": ["{{ a.note }}"] }""", "PLAN0204 @ a.note")]
    [InlineData("""{ "id": "a", "call": "First", "with": { "orders": [] } }, { "id": "b", "command": "x", "condition": "a.total == 'x'" }""", "PLAN0308 @ a.total == 'x'")]
    [InlineData("""{ "id": "a", "call": "First", "with": { "orders": [] } }, { "id": "b", "command": "x", "for_each": "a.total" }""", "PLAN0208 @ a")]
    [InlineData("""{ "id": "a", "command": "x", "fallback": { "call": "Fetch" } }""", "PLAN0506 @ \"Fetch\"")]
    [InlineData("""{ "id": "a", "call": "Show", "with": { "order": {}, "limit": 1 } }""", "PLAN0201 @ {")]
    [InlineData("""{ "id": "a", "call": "First", "with": { "orders": [{ "id": "x", "total": 1, "lines": [] }, { "id": "x", "total": 1 }] } }""", "PLAN0201 @ {")]
    public void What_does_not_fit_is_found_at_its_place(string steps, string finding) =>
        Assert.Equal([finding], ReadFilePlan.FindingsIn($$"""{ "plan_id": "x", "steps": [{{steps}}] }""", Orders));

    [Fact]
    public void Members_that_an_object_lacks_are_named()
    {
        const string source = """
            public sealed record Line(string Sku, int Count = 1, string? Note = null);
            public sealed class Order { public required string Id { get; set; } public string Name { get; set; } = ""; public Line? Line { get; set; } }
            [Plan] public partial class P { private string Show(Order order) => ""; }
            """;
        var finding = Assert.Single(ReadFilePlan.Of("""{ "plan_id": "x", "steps": [{ "id": "a", "call": "Show", "with": { "order": { "line": { "note": "n" } } } }] }""", source).FileFindings, static finding => finding.Message.Contains("'id'", StringComparison.Ordinal));
        Assert.Equal("Nothing gives a value to 'id', which parameter 'order' of step 'a' binds; add \"id\" to the object, or give that member a default", finding.Message);
        Assert.Equal(["PLAN0201 @ {", "PLAN0201 @ {"], ReadFilePlan.FindingsIn("""{ "plan_id": "x", "steps": [{ "id": "a", "call": "Show", "with": { "order": { "line": { "note": "n" } } } }] }""", source));
        Assert.Empty(ReadFilePlan.FindingsIn("""{ "plan_id": "x", "steps": [{ "id": "a", "call": "Show", "with": { "order": { "id": "i", "line": { "sku": "s" } } } }] }""", source));
    }

    [Fact]
    public void A_file_alone_has_no_methods()
    {
        const string json = """{ "plan_id": "order_report", "steps": [{ "id": "a", "call": "FetchOrders" }] }""";
        Assert.Equal(["PLAN0506 @ \"FetchOrders\""], ReadFilePlan.FindingsIn(json));
        Assert.Equal(
            "Step 'a' calls 'FetchOrders', and a plan file alone has no methods; declare a class that has it: [Plan(\"x.plan.json\")] public partial class OrderReportPlan",
            ReadFilePlan.Of(json).FileFindings.Single(static finding => finding.Id == RuleIds.StepBodyNotFound).Message);
    }

    [Fact]
    public void The_nearest_method_is_named()
    {
        var finding = ReadFilePlan.Of("""{ "plan_id": "x", "steps": [{ "id": "a", "call": "FetchOrder" }] }""", Orders).FileFindings[0];
        Assert.Equal(("Step 'a' calls 'FetchOrder', which is no method of 'P'; did you mean 'FetchOrders'?", "FetchOrders"), (finding.Message, finding.Suggestion));
    }

    [Theory]
    [InlineData("private void A<T>() { }", "PLAN0006 @ A")]
    [InlineData("private void A(out int b) { b = 1; }", "PLAN0006 @ b")]
    [InlineData("[Step] private void A() { }", "PLAN0309 @ A")]
    [InlineData("private void A([Input] int b = 1) { }", "PLAN0309 @ b")]
    public void A_method_that_cannot_be_called_is_told_of_in_the_class(string method, string finding) => Assert.Equal(
        [finding],
        ReadFilePlan.FindingsInClass("""{ "plan_id": "x", "steps": [{ "id": "a", "call": "A" }] }""", $$"""[Plan] public partial class P { {{method}} }"""));

    [Fact]
    public void Options_beside_a_file_belong_into_it() => Assert.Equal(
        ["PLAN0309 @ 3"],
        ReadFilePlan.FindingsInClass("""{ "plan_id": "x", "steps": [{ "id": "a", "command": "a" }] }""", "[Plan(MaxParallel = 3)] public partial class P;"));

    [Fact]
    public void Why_a_result_may_be_absent_is_said()
    {
        const string json = """{ "plan_id": "x", "steps": [{ "id": "a", "call": "Count", "with": { "to": 1 }, "on_failure": "continue" }, { "id": "b", "call": "Count", "with": { "to": "{{ a[0] ?? 1 }}" } }, { "id": "c", "call": "First", "with": { "orders": "{{ d }}" } }, { "id": "d", "call": "FetchOrders", "with": { "day": "2026-01-01" }, "on_failure": "continue" }] }""";
        var finding = ReadFilePlan.Of(json, Orders).FileFindings.Single(static finding => finding.Severity is FindingSeverity.Error);
        Assert.Equal(RuleIds.OptionalIntoNonNullable, finding.Id);
        Assert.Contains("the plan goes on when step 'd' fails", finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_other_generators_make_is_no_finding_here_and_no_code_either()
    {
        var plan = ReadFilePlan.Of("""{ "plan_id": "x", "steps": [{ "id": "a", "call": "A" }] }""", "[Plan] public partial class P { private Unknown A() => null!; }");
        Assert.DoesNotContain(plan.FileFindings, static finding => finding.Severity is FindingSeverity.Error);
        Assert.Empty(plan.ClassFindings);
        Assert.Equal([0], plan.Spec.UnresolvedSteps);
    }

    [Fact]
    public void A_mistake_in_the_file_is_no_type_that_does_not_exist()
    {
        var plan = ReadFilePlan.Of("""{ "plan_id": "x", "steps": [{ "id": "a", "call": "Count" }] }""", Orders);
        Assert.Empty(plan.Spec.UnresolvedSteps);
        Assert.False(plan.Spec.IsValid);
    }

    [Fact]
    public void A_member_of_a_generated_name_is_told_of() => Assert.Equal(
        ["PLAN0004 @ Results"],
        ReadFilePlan.FindingsInClass("""{ "plan_id": "x", "inputs": { "a": { "type": "string" } }, "steps": [{ "id": "a", "command": "a" }] }""", "[Plan] public partial class P { public int Results => 1; public void Start() { } }"));

    [Fact]
    public void Two_readings_are_equal_and_hold_no_symbols()
    {
        const string json = """{ "plan_id": "x", "steps": [{ "id": "a", "call": "First", "with": { "orders": [] } }, { "id": "b", "command": "x", "for_each": "a.lines", "args": ["{{ item.sku }}"] }] }""";
        var (one, other) = (ReadFilePlan.Of(json, Orders), ReadFilePlan.Of("\n" + json, "// Moved.\n" + Orders));
        Assert.Equal(one.Spec, other.Spec);
        Assert.Equal(one.Spec.GetHashCode(), other.Spec.GetHashCode());
        PlanDsl.Testing.Internal.ObjectGraph.AssertHoldsNoSymbols(one);
    }
}
