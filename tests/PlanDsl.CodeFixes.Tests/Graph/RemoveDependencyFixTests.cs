using Microsoft.CodeAnalysis.CodeFixes;
using PlanDsl.Testing.Internal;

namespace PlanDsl.CodeFixes.Tests;

public sealed class RemoveDependencyFixTests
{
    private static readonly CodeFixTest Test = Fixing.With<RemoveDependencyFixProvider>();

    [Theory]
    [InlineData("[nameof(A), nameof(B)]", "[nameof(B)]")]
    [InlineData("[nameof(B), nameof(A)]", "[nameof(B)]")]
    [InlineData("new[] { nameof(A), nameof(B) }", "new[] { nameof(B) }")]
    [InlineData("new string[] { nameof(B), \"a\" }", "new string[] { nameof(B) }")]
    public Task Removes_the_element(string before, string after) => Test.FixAsync(
        RemoveDependencyFixProvider.Key, PlanWith($"Critical = true, DependsOn = {before}"), PlanWith($"Critical = true, DependsOn = {after}"));

    [Fact]
    public Task Fix_all_removes_several_elements_of_one_array() => Test.FixAllAsync(
        RemoveDependencyFixProvider.Key,
        FixAllScope.Document,
        [
            """
            [Plan]
            public partial class Report
            {
                [Step] void A() { }
                [Step(DependsOn = [nameof(A)])] void B() { }
                [Step(DependsOn = [nameof(A), nameof(B)])] void C() { }
                [Step(DependsOn = [nameof(A), nameof(B), nameof(C)])] void D() { }
            }
            """,
        ],
        [
            """
            [Plan]
            public partial class Report
            {
                [Step] void A() { }
                [Step(DependsOn = [nameof(A)])] void B() { }
                [Step(DependsOn = [nameof(B)])] void C() { }
                [Step(DependsOn = [nameof(C)])] void D() { }
            }
            """,
        ]);

    [Theory]
    [InlineData(FixAllScope.Project)]
    [InlineData(FixAllScope.Solution)]
    public Task Fix_all_reaches_every_document(FixAllScope scope) => Test.FixAllAsync(
        RemoveDependencyFixProvider.Key,
        scope,
        [PlanWith("DependsOn = [nameof(A), nameof(B)]"), PlanWith("DependsOn = [nameof(A), nameof(B)]", "Other")],
        [PlanWith("DependsOn = [nameof(B)]"), PlanWith("DependsOn = [nameof(B)]", "Other")]);

    private static string PlanWith(string arguments, string name = "Report") =>
        $$"""
        [Plan]
        public partial class {{name}}
        {
            [Step] void A() { }
            [Step(DependsOn = [nameof(A)])] void B() { }
            [Step({{arguments}})] void C() { }
        }
        """;
}
