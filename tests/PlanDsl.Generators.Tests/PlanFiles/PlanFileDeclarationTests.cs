using PlanDsl.Testing.Internal;

namespace PlanDsl.Generators.Tests;

public class PlanFileDeclarationTests
{
    private const string Alone = """{ "plan_id": "order_report", "description": "Greets <everybody>.", "steps": [ { "id": "hello", "command": "echo" } ] }""";

    [Fact]
    public void A_file_without_a_class_declares_one_in_the_root_namespace()
    {
        var run = PlanFileRun.Of([PlanFileRun.File("order_report.plan.json", Alone)]).AssertCompiles();
        var type = run.Output.GetTypeByMetadataName("Shop.OrderReportPlan")!;
        Assert.True(type.IsSealed);
        Assert.Equal(Microsoft.CodeAnalysis.Accessibility.Public, type.DeclaredAccessibility);
        Assert.Contains("Greets &lt;everybody&gt;.", run.Source, StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_file_name_in_two_directories_is_two_outputs()
    {
        var run = PlanFileRun.Of([
            PlanFileRun.File("a/x.plan.json", Alone.Replace("order_report", "first", StringComparison.Ordinal)),
            PlanFileRun.File("b/x.plan.json", Alone.Replace("order_report", "second", StringComparison.Ordinal))]);
        Assert.Equal(2, run.AssertCompiles().Sources.Count);
    }

    [Theory]
    [InlineData("order_report", "PLAN0009")]
    [InlineData("order-report", "PLAN0004")]
    public void Of_two_files_with_one_id_or_one_class_the_later_is_invalid(string second, string rule)
    {
        var run = PlanFileRun.WithoutAnalyzers([PlanFileRun.File("a.plan.json", Alone), PlanFileRun.File("b.plan.json", Alone.Replace("order_report", second, StringComparison.Ordinal))]);
        var report = Assert.Single(run.Diagnostics);
        Assert.Contains($"({rule})", report.GetMessage(null), StringComparison.Ordinal);
        Assert.Equal("/src/b.plan.json", report.Location.GetLineSpan().Path);
        Assert.Empty(run.Problems());
    }

    [Fact]
    public void Of_two_files_with_one_id_the_one_that_is_not_called_after_it_is_invalid()
    {
        var run = PlanFileRun.WithoutAnalyzers([PlanFileRun.File("a.plan.json", Alone), PlanFileRun.File("order_report.plan.json", Alone)]);

        var report = Assert.Single(run.Diagnostics);
        Assert.Contains("(PLAN0009)", report.GetMessage(null), StringComparison.Ordinal);
        Assert.Equal("/src/a.plan.json", report.Location.GetLineSpan().Path);
        Assert.Empty(run.Problems());
    }

    [Fact]
    public void A_file_whose_class_its_author_has_declared_is_left_alone()
    {
        var compilation = TestCompilation.Create("namespace Shop { public static class OrderReportPlan { } }");
        var options = PlanFileRun.Options.Add("build_property.RunAnalyzers", "false");
        var run = GeneratorRun.Of(compilation, options, [PlanFileRun.File("a.plan.json", Alone)], new PlanGenerator(), new PlanServicesGenerator());

        Assert.Contains("(PLAN0004)", Assert.Single(run.Diagnostics).GetMessage(null), StringComparison.Ordinal);
        Assert.Empty(run.Sources);
        Assert.Empty(run.Again().AssertNothingReEmitted().Problems());
    }

    [Fact]
    public void A_root_namespace_of_keywords_is_escaped_where_it_is_code()
    {
        var options = PlanFileRun.Options.SetItem("build_property.RootNamespace", "acme.internal.2nd-class");
        var run = GeneratorRun.Of(TestCompilation.Create(), options, [PlanFileRun.File("a.plan.json", Alone)], new PlanGenerator()).AssertCompiles();

        Assert.NotNull(run.Output.GetTypeByMetadataName("acme.internal._2nd_class.OrderReportPlan"));
    }

    [Fact]
    public void A_file_and_a_class_may_not_have_one_id()
    {
        var run = PlanFileRun.WithoutAnalyzers([PlanFileRun.File("a.plan.json", Alone)], """[Plan(Id = "order_report")] public partial class P { [Step] static int A() => 1; }""");
        Assert.Contains("(PLAN0009)", Assert.Single(run.Diagnostics).GetMessage(null), StringComparison.Ordinal);
    }

    [Fact]
    public void A_class_whose_file_is_not_there_throws_when_it_is_run()
    {
        var run = PlanFileRun.WithoutAnalyzers([], """[Plan("missing.plan.json")] public partial class P;""");
        var report = Assert.Single(run.Diagnostics);
        Assert.Contains("(PLAN0512)", report.GetMessage(null), StringComparison.Ordinal);
        Assert.Equal("/src/Test0.cs", report.Location.GetLineSpan().Path);
        Assert.Contains("__Invalid(", run.Source, StringComparison.Ordinal);
        Assert.Empty(run.Problems());
    }

    [Fact]
    public void An_invalid_file_keeps_its_class_and_throws_when_it_is_run()
    {
        var run = PlanFileRun.WithoutAnalyzers([PlanFileRun.File("a.plan.json", Alone.Replace("\"command\"", "\"comand\"", StringComparison.Ordinal))]);
        Assert.Contains("PLAN0502", Assert.Single(run.Diagnostics).GetMessage(null), StringComparison.Ordinal);
        Assert.Contains("=> throw __Invalid();", run.Source, StringComparison.Ordinal);
        Assert.Empty(run.Problems());
    }

    [Fact]
    public void Classes_of_files_are_registered_with_all_others()
    {
        var compilation = TestCompilation.Create(TestReferences.Default, """[Plan] public partial class P { [Step] static int A() => 1; }""");
        var run = GeneratorRun.Of(compilation, PlanFileRun.Options, [PlanFileRun.File("a.plan.json", Alone)], new PlanGenerator(), new PlanServicesGenerator());
        Assert.Contains("AddTransient<global::Shop.OrderReportPlan>", run.Sources["PlanDsl-services.g.cs"], StringComparison.Ordinal);
        Assert.Contains("AddTransient<global::P>", run.Sources["PlanDsl-services.g.cs"], StringComparison.Ordinal);
    }
}
