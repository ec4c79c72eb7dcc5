using Microsoft.CodeAnalysis;
using PlanDsl.Testing.Internal;

namespace PlanDsl.Generators.Tests;

public class PlanIncrementalityTests
{
    private const string Other = "[Plan] public partial class Other { [Step] static int A() => 1; }";

    private const string Cycle = "[Plan] public partial class P { [Step] static int A(int b) => b; [Step] static int B(int a) => a; }";

    private const string Inner = "[Plan] public partial class Inner { [Step] static int Fetch([Input] int day) => day; }";
    private const string Outer = "[Plan] public partial class Outer { [Step(Plan = typeof(Inner))] private partial Task<Inner.Results> Get([Input] int day); [Step] static int Show(Inner.Results get) => get.Fetch; }";
    private static readonly string[] TrackedSteps =
        [PlanSteps.Read, PlanSteps.Identify, PlanSteps.FindAuthored, PlanSteps.FindClashes, PlanSteps.Judge, PlanSteps.Emit, SummarySteps.ReadSwitches, SummarySteps.Locate, SummarySteps.Summarize];

    [Fact]
    public void Every_step_is_tracked_and_the_same_compilation_is_cached()
    {
        var again = SummaryReportTests.WithoutAnalyzers(PlanSources.OrderReport, Cycle).Again();
        foreach (var step in TrackedSteps)
        {
            Assert.True(again.ReasonsOf(step).Length > 0, step);
            Assert.All(again.ReasonsOf(step), reason => Assert.True(reason is IncrementalStepRunReason.Cached or IncrementalStepRunReason.Unchanged, $"{step}: {reason}"));
        }

        again.AssertNothingReEmitted();
    }

    [Fact]
    public void Editing_another_file_re_emits_nothing()
    {
        var run = PlanSources.Generate(PlanSources.OrderReport, "class C { }");
        run.Again(run.Input.WithSource(1, "class C { void M() { } }")).AssertNothingReEmitted();
    }

    [Theory]
    [InlineData("[Plan(", "// A comment.\n\n\n[Plan(")]
    [InlineData("[Step]", "\n    /* moved */ [Step]")]
    [InlineData("=> store.OrdersOfAsync(day, ct);", "{ ct.ThrowIfCancellationRequested(); return store.OrdersOfAsync(day, ct); }")]
    [InlineData("private Report Build(", "/// <summary>Builds.</summary>\n private Report Build(")]
    public void Moving_code_and_editing_bodies_re_emits_nothing(string old, string replacement)
    {
        var run = PlanSources.Generate(PlanSources.OrderReport, Other);
        var edited = PlanSources.OrderReport.Replace(old, replacement, StringComparison.Ordinal);
        Assert.NotEqual(PlanSources.OrderReport, edited);
        run.Again(run.Input.WithSource(0, edited)).AssertNothingReEmitted();
    }

    [Fact]
    public void What_governs_steps_is_cached_as_all_else_is()
    {
        var run = PlanSources.Generate(PlanSources.Governed, "class C { }");
        run.Again().AssertNothingReEmitted();
        run.Again(run.Input.WithSource(1, "class C { void M() { } }")).AssertNothingReEmitted();
        run.Again(run.Input.WithSource(0, "\n" + PlanSources.Governed)).AssertNothingReEmitted();

        var again = run.Again(run.Input.WithSource(0, PlanSources.Governed.Replace("typeof(TimeoutException)", "typeof(FormatException)", StringComparison.Ordinal)));
        Assert.NotEqual(run.Source, again.Source);
    }

    [Fact]
    public void Groups_fan_outs_and_loops_are_cached_as_all_else_is()
    {
        foreach (var source in new[] { GroupSources.EveryStrategy, FanOutSources.Everything })
        {
            var run = PlanSources.Generate(source, "class C { }");
            run.Again().AssertNothingReEmitted();
            run.Again(run.Input.WithSource(1, "class C { void M() { } }")).AssertNothingReEmitted();
            run.Again(run.Input.WithSource(0, "\n" + source)).AssertNothingReEmitted();
        }
    }

    [Fact]
    public void Methods_that_options_name_are_cached_as_steps_are()
    {
        var run = PlanSources.Generate(PlanSources.Flow, "class C { }");
        run.Again().AssertNothingReEmitted();
        run.Again(run.Input.WithSource(1, "class C { void M() { } }")).AssertNothingReEmitted();
        run.Again(run.Input.WithSource(0, "\n" + PlanSources.Flow.Replace("a > 1", "a > 2", StringComparison.Ordinal))).AssertNothingReEmitted();

        foreach (var (old, changed) in new[] { ("static bool", "bool"), ("int a)", "[Input] int a)"), ("Failure", "Always"), ("Undo)", "Redo)") })
            Assert.NotEqual(run.Source, run.Again(run.Input.WithSource(0, PlanSources.Flow.Replace(old, changed, StringComparison.Ordinal))).Source);
    }

    [Fact]
    public void Editing_one_plan_re_emits_that_one()
    {
        var run = PlanSources.Generate(PlanSources.OrderReport, Other);
        var again = run.Again(run.Input.WithSource(1, Other.Replace("int A", "long A", StringComparison.Ordinal)));
        Assert.Equal(
            [IncrementalStepRunReason.Modified, IncrementalStepRunReason.Cached],
            again.ReasonsOf(PlanSteps.Emit).Order());
        Assert.Equal(run.Sources["Shop.OrderReportPlan.g.cs"], again.Sources["Shop.OrderReportPlan.g.cs"]);
        Assert.NotEqual(run.Sources["Other.g.cs"], again.Sources["Other.g.cs"]);
    }

    [Theory]
    [InlineData("=> day;", "=> day + 1;")]
    [InlineData("[Step] static int Fetch(", "[Step(Retries = 2, Timeout = \"1m\")] static int Fetch(")]
    [InlineData("[Step] static int Fetch(", "[Step] static string Name() => \"\"; [Step] static int Fetch(")]
    public void Editing_a_plan_leaves_the_plan_alone_that_runs_it(string old, string replacement)
    {
        var run = PlanSources.Generate(Inner, Outer);
        var again = run.Again(run.Input.WithSource(0, Inner.Replace(old, replacement, StringComparison.Ordinal)));

        Assert.DoesNotContain(again.ReasonsOf(PlanSteps.Emit), static reason => reason is IncrementalStepRunReason.New or IncrementalStepRunReason.Removed);
        Assert.Contains(IncrementalStepRunReason.Cached, again.ReasonsOf(PlanSteps.Emit));
        Assert.Equal(run.Sources["Outer.g.cs"], again.Sources["Outer.g.cs"]);
    }

    [Theory]
    [InlineData("[Input] int day)", "[Input] int day, [Input] int hour = 1)")]
    [InlineData("class Inner", "class Inner(string name)")]
    public void Editing_what_a_plan_takes_re_emits_the_plan_that_runs_it(string old, string replacement)
    {
        var run = PlanSources.Generate(Inner, Outer);
        var again = run.Again(run.Input.WithSource(0, Inner.Replace(old, replacement, StringComparison.Ordinal)));

        Assert.NotEqual(run.Sources["Outer.g.cs"], again.Sources["Outer.g.cs"]);
    }

    [Fact]
    public void A_plan_that_comes_or_goes_leaves_the_others_alone()
    {
        var run = PlanSources.Generate(PlanSources.OrderReport, "class Nothing { }");
        var again = run.Again(run.Input.WithSource(1, Other));
        Assert.Contains(IncrementalStepRunReason.Cached, again.OutputReasons);
        Assert.Contains(IncrementalStepRunReason.New, again.OutputReasons);
        Assert.Equal(2, again.Sources.Count);
    }

    [Fact]
    public void Moving_an_invalid_plan_re_emits_no_source_although_it_is_reported_elsewhere()
    {
        var run = SummaryReportTests.WithoutAnalyzers(Cycle);
        var again = run.Again(run.Input.WithSource(0, "\n\n" + Cycle));
        Assert.All(again.ReasonsOf(PlanSteps.Emit), static reason => Assert.Equal(IncrementalStepRunReason.Cached, reason));
        Assert.Equal(2, again.Diagnostics.Single().Location.GetLineSpan().StartLinePosition.Line);
    }

    [Fact]
    public void The_output_is_the_same_in_any_order_and_on_any_day()
    {
        var one = PlanSources.Generate(PlanSources.OrderReport, Other);
        var other = PlanSources.Generate(Other, PlanSources.OrderReport);
        Assert.Equal(one.Sources, other.Sources);
        Assert.All(one.Sources.Values, static source => Assert.DoesNotContain('\r', source));
    }
}
