using Microsoft.CodeAnalysis.CodeFixes;
using PlanDsl.Testing.Internal;

namespace PlanDsl.CodeFixes.Tests;

public sealed class MakeNullableFixTests
{
    private static readonly CodeFixTest Test = Fixing.With<MakeNullableFixProvider>();

    [Theory]
    [InlineData("string")]
    [InlineData("int")]
    [InlineData("string[]")]
    [InlineData("(int A, string B)")]
    [InlineData("Dictionary<string, int?>")]
    public Task Makes_the_type_nullable(string type) => Test.FixAsync(
        MakeNullableFixProvider.Key, PlanWith(type, type), PlanWith(type, type + "?"));

    [Theory]
    [InlineData("string")]
    [InlineData("string?")]
    public Task Makes_the_type_nullable_in_both_parts_of_a_partial_method(string implemented) => Test.FixAsync(
        MakeNullableFixProvider.Key,
        [Partial("string"), Implementing(implemented)],
        [Partial("string?"), Implementing("string?")]);

    [Fact]
    public Task Fix_all_reaches_several_parameters_of_one_step() => Test.FixAllAsync(
        MakeNullableFixProvider.Key,
        FixAllScope.Document,
        [TwoResults("int count, /* known */ string name")],
        [TwoResults("int? count, /* known */ string? name")]);

    [Theory]
    [InlineData(FixAllScope.Project)]
    [InlineData(FixAllScope.Solution)]
    public Task Fix_all_reaches_every_document(FixAllScope scope) => Test.FixAllAsync(
        MakeNullableFixProvider.Key,
        scope,
        [PlanWith("int", "int"), PlanWith("int", "int", "Other")],
        [PlanWith("int", "int?"), PlanWith("int", "int?", "Other")]);

    private static string PlanWith(string result, string parameter, string name = "Report") =>
        $$"""
        [Plan]
        public partial class {{name}}
        {
            [Step(OnFailure = FailurePolicy.Continue)] {{result}} Predict() => default!;
            [Step] void Build({{parameter}} predict) { }
        }
        """;

    private static string TwoResults(string parameters) =>
        $$"""
        [Plan]
        public partial class Report
        {
            [Step] int? Count() => null;
            [Step] string? Name() => null;
            [Step] void Build({{parameters}}) { }
        }
        """;

    private static string Partial(string type) =>
        $"[Plan] public partial class Report {{ [Step(OnFailure = FailurePolicy.Continue)] string Name() => \"\"; [Step] private partial void Build({type} name); }}";

    private static string Implementing(string type) => $"public partial class Report {{ private partial void Build({type} name) {{ }} }}";
}
