using PlanDsl.Model;
using PlanDsl.Testing.Internal;

namespace PlanDsl.Compiler.Tests;

public class MethodReaderTests
{
    private const string Everything = """
        [Plan] public partial class P
        {
            [Step] static int A() => 1;

            [Step(When = nameof(IsDue), Fallback = "CachedAsync", Compensate = nameof(Undo), RunWhen = RunWhen.Always)]
            Task<string> BAsync(StepOutcome<int> a, [FromServices] IFormatProvider client, [FromServices] IDisposable? other, CancellationToken ct) => Task.FromResult("");

            private static bool IsDue([Input] DateOnly day, [From("a")] int? first) => true;
            private ValueTask<string> CachedAsync(StepContext context) => new("");
            private void Undo(string b, [FromServices] IFormatProvider client) { }
        }
        """;

    [Fact]
    public void Methods_and_what_they_bind_are_read()
    {
        var spec = ReadPlan.From(Everything);
        Assert.Empty(spec.Findings.Select(static finding => finding.Message));
        var step = spec.Model.Steps[1];

        Assert.Equal(["IsDue", "CachedAsync", "Undo"], step.Methods.Select(static method => method.Method.Name));
        Assert.Equal([(ParameterKind.Input, "day"), (ParameterKind.Result, "a")], step.When!.Parameters.Select(static parameter => (parameter.Kind, parameter.Key)));
        Assert.Equal([ParameterKind.Context], step.Fallback!.Parameters.Select(static parameter => parameter.Kind));
        Assert.Equal([(ParameterKind.Result, "b"), (ParameterKind.Service, "")], step.Compensate!.Parameters.Select(static parameter => (parameter.Kind, parameter.Key)));
        Assert.Equal((RunWhen.Always, true), (step.RunWhen, step.NeedsServices));
        Assert.Equal(["day"], spec.Model.Inputs.Select(static input => input.Name));

        Assert.Equal(
            [(MethodRole.When, true, ReturnKind.Value, false), (MethodRole.Fallback, false, ReturnKind.AwaitableValue, true), (MethodRole.Compensate, false, ReturnKind.Void, false)],
            spec.Steps[1].Methods.Select(static method => (method.Role, method.IsStatic, method.Returns, method.IsValueTask)));
    }

    [Fact]
    public void Outcomes_and_services_are_known_by_type_and_attribute()
    {
        var parameters = ReadPlan.From(Everything).Model.Steps[1].Parameters;
        Assert.Equal(
            [(ParameterKind.Outcome, "a"), (ParameterKind.Service, ""), (ParameterKind.Service, ""), (ParameterKind.CancellationToken, "")],
            parameters.Select(static parameter => (parameter.Kind, parameter.Key)));
        Assert.Equal("int", parameters[0].OutcomeType!.Name);
        Assert.Equal((Nullability.NotNull, Nullability.Nullable), (parameters[1].Type.Nullability, parameters[2].Type.Nullability));
    }

    [Fact]
    public void Two_readings_are_equal_and_hold_no_symbols()
    {
        var (one, other) = (ReadPlan.From(Everything), ReadPlan.From("// Moved.\n" + Everything));
        Assert.Equal(one, other);
        Assert.Equal(one.GetHashCode(), other.GetHashCode());
        ObjectGraph.AssertHoldsNoSymbols(one);
        foreach (var (old, changed) in new[] { ("When = nameof(IsDue), ", ""), ("int? first", "long? first"), ("ValueTask<string> C", "Task<string> C"), ("static bool", "bool"), ("RunWhen.Always", "RunWhen.Failure") })
            Assert.NotEqual(one, ReadPlan.From(Everything.Replace(old, changed, StringComparison.Ordinal)));
    }

    [Fact]
    public void A_method_whose_types_do_not_exist_is_left_to_the_compiler()
    {
        var spec = ReadPlan.Of("""
            [Step(Fallback = nameof(Cached))] int A() => 1;
            [Step(Compensate = nameof(Undo))] int B() => 1;
            Missing Cached() => 1;
            void Undo(List<Missing> b) { }
            """);
        Assert.Empty(spec.Findings);
        Assert.Equal([0, 1], spec.UnresolvedSteps);
    }

    [Fact]
    public void What_is_found_stands_where_it_was_written() => Assert.Equal(
        ["PLAN0308 @ ct", "PLAN0307 @ nameof(Text)", "PLAN0201 @ missing", "PLAN0201 @ \"nothing\"", "PLAN0204 @ int"],
        ReadPlan.Findings("""
            [Plan] public partial class P
            {
                [Step(OnFailure = FailurePolicy.Continue)] int A() => 1;
                [Step(When = nameof(IsDue), Fallback = nameof(Text), Compensate = nameof(Undo))] int B() => 1;
                bool IsDue(CancellationToken ct) => true;
                string Text(string missing) => "";
                void Undo(int a, [From("nothing")] int b) { }
            }
            """));

    [Theory]
    [InlineData("[Input, FromServices] int x", "parameter 'x' is marked both [Input] and [FromServices]; keep one of them")]
    [InlineData("[From(\"a\"), FromServices] int x", "parameter 'x' is marked both [From] and [FromServices]; keep one of them")]
    public void A_parameter_has_one_source(string parameter, string fault) =>
        Assert.Equal($"Step 'A' cannot be generated: {fault}", Assert.Single(ReadPlan.Of($"[Step] int A({parameter}) => 1;").Findings).Message);

    [Theory]
    [InlineData("int", "StepOutcome<int>", null)]
    [InlineData("int", "StepOutcome<long>", null)]
    [InlineData("int", "StepOutcome<object>?", null)]
    [InlineData("int?", "StepOutcome<int?>", null)]
    [InlineData("string?", "StepOutcome<string>", null)]
    [InlineData("Task", "StepOutcome<object>", null)]
    [InlineData("int", "StepOutcome<string>", "PLAN0202")]
    [InlineData("int?", "StepOutcome<int>", "PLAN0202")]
    public void What_an_outcome_brings_fits_the_result(string result, string parameter, string? id) =>
        Assert.Equal(
            id is null ? [] : [id],
            ReadPlan.Of($$"""
                [Step] {{result}} A(CancellationToken ct) => throw new Exception();
                [Step(RunWhen = RunWhen.Always)] void B({{parameter}} a) { }
                """).Findings.Select(static finding => finding.Id));
}
