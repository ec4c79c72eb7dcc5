using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using PlanDsl.Testing.Internal;

namespace PlanDsl.Generators.Tests;

public class SummaryReportTests
{
    private const string Invalid = "[Plan] public partial class P { [Step] static int A(int b, int nothing) => b; [Step] static int B(int a) => a; }";

    [Theory]
    [InlineData("build_property.RunAnalyzers", "false", 1)]
    [InlineData("build_property.RunAnalyzersDuringBuild", "False", 1)]
    [InlineData("build_property.RunAnalyzers", "true", 0)]
    [InlineData("build_property.RunAnalyzers", "", 0)]
    public void An_invalid_plan_is_reported_once_where_analyzers_are_off(string property, string value, int count) =>
        Assert.Equal(count, Run(ImmutableDictionary<string, string>.Empty.Add(property, value), Invalid).Diagnostics.Length);

    [Fact]
    public void The_report_names_the_plan_and_its_rules_at_the_name_of_the_class()
    {
        var report = WithoutAnalyzers(Invalid).Diagnostics.Single();
        Assert.Equal("PLAN0010", report.Id);
        Assert.Equal(DiagnosticSeverity.Error, report.Severity);
        Assert.Contains("Plan 'P' is invalid (PLAN0101, PLAN0201)", report.GetMessage(null), StringComparison.Ordinal);
        Assert.Equal((0, Invalid.IndexOf("P {", StringComparison.Ordinal)), (report.Location.GetLineSpan().StartLinePosition.Line, report.Location.GetLineSpan().StartLinePosition.Character));
        Assert.Contains(WellKnownDiagnosticTags.NotConfigurable, report.Descriptor.CustomTags);
    }

    [Fact]
    public void Sound_plans_are_not_reported() => Assert.Empty(WithoutAnalyzers(PlanSources.OrderReport).Diagnostics);

    [Fact]
    public void Of_two_plans_with_one_id_the_later_is_invalid()
    {
        var run = WithoutAnalyzers(
            "[Plan(Id = \"x\")] public partial class First { [Step] static int A() => 1; }",
            "[Plan(Id = \"x\")] public partial class Second { [Step] static int A() => 1; }");
        Assert.Contains("(PLAN0009)", run.Diagnostics.Single().GetMessage(null), StringComparison.Ordinal);
        Assert.DoesNotContain("__Invalid", run.Sources["First.g.cs"], StringComparison.Ordinal);
        Assert.Contains("__Invalid", run.Sources["Second.g.cs"], StringComparison.Ordinal);
        run.AssertCompiles();
    }

    internal static GeneratorRun WithoutAnalyzers(params ReadOnlySpan<string> sources) =>
        Run(ImmutableDictionary<string, string>.Empty.Add("build_property.RunAnalyzers", "false"), sources);

    private static GeneratorRun Run(ImmutableDictionary<string, string> options, params ReadOnlySpan<string> sources) =>
        GeneratorRun.Of(TestCompilation.Create(sources), options, new PlanGenerator());
}
