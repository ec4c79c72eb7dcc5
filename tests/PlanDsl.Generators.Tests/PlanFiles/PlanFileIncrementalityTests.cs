using Microsoft.CodeAnalysis;
using PlanDsl.Testing.Internal;

namespace PlanDsl.Generators.Tests;

public class PlanFileIncrementalityTests
{
    private const string Alone = """{ "plan_id": "greet", "steps": [ { "id": "hello", "command": "echo", "args": ["hello"] } ] }""";
    private const string OfClass = """{ "plan_id": "count", "steps": [ { "id": "count", "call": "Count" } ] }""";
    private const string Class = """[Plan("count.plan.json")] public partial class CountPlan { private static int Count() => 1; }""";

    private static readonly string[] FileSteps =
        [PlanFileSteps.ReadProject, PlanFileSteps.ReadText, PlanFileSteps.Read, PlanFileSteps.FindClass, PlanFileSteps.Associate, PlanFileSteps.FindClasses, PlanFileSteps.Target, PlanFileSteps.ReadInputs, PlanFileSteps.GatherInputs, PlanFileSteps.NamePlans, PlanFileSteps.Draft, PlanFileSteps.Nest, PlanSteps.JudgeFile, PlanSteps.Emit];

    [Fact]
    public void Every_step_is_tracked_and_the_same_files_are_cached()
    {
        const string running = "[Plan] public partial class Running { [Step(Plan = typeof(CountPlan))] private partial Task Sub(CancellationToken ct); }";
        var again = PlanFileRun.Of([PlanFileRun.File("greet.plan.json", Alone), PlanFileRun.File("count.plan.json", OfClass)], Class, running).Again();
        foreach (var step in FileSteps)
        {
            Assert.True(again.ReasonsOf(step).Length > 0, step);
            Assert.All(again.ReasonsOf(step), reason => Assert.True(reason is IncrementalStepRunReason.Cached or IncrementalStepRunReason.Unchanged, $"{step}: {reason}"));
        }

        again.AssertNothingReEmitted();
    }

    [Fact]
    public void Code_that_is_edited_re_emits_no_plan_file()
    {
        var run = PlanFileRun.Of([PlanFileRun.File("greet.plan.json", Alone), PlanFileRun.File("count.plan.json", OfClass)], Class, "class C { }");
        run.Again(run.Input.WithSource(1, "class C { void M() { } }")).AssertNothingReEmitted();
        run.Again(run.Input.WithSource(0, "// A comment.\n\n" + Class.Replace("=> 1", "=> 2", StringComparison.Ordinal))).AssertNothingReEmitted();
    }

    [Fact]
    public void Nothing_about_a_file_without_a_class_depends_on_code()
    {
        var run = PlanFileRun.Of([PlanFileRun.File("greet.plan.json", Alone)], "class C { }");
        var again = run.Again(run.Input.WithSource(0, "class C { void M() { } }"));
        Assert.NotEmpty(again.ReasonsOf(PlanFileSteps.Draft));
        Assert.All(again.ReasonsOf(PlanFileSteps.Draft), static reason => Assert.Equal(IncrementalStepRunReason.Cached, reason));
    }

    [Fact]
    public void One_file_that_is_edited_re_emits_one_output()
    {
        var files = Enumerable.Range(0, 20).Select(static number => PlanFileRun.File($"plan{number}.plan.json", Named(number, "echo"))).Append(PlanFileRun.File("count.plan.json", OfClass));
        var run = PlanFileRun.Of([.. files], Class);
        var again = run.Again(PlanFileRun.File("plan7.plan.json", Named(7, "printf")));
        Assert.Equal(1, again.ReEmitted());
        Assert.Equal(1, run.Again(PlanFileRun.File("count.plan.json", OfClass.Replace("\"count\", \"call\"", "\"again\", \"call\"", StringComparison.Ordinal))).ReEmitted());
    }

    [Fact]
    public void A_plan_in_CSharp_that_runs_a_file_is_re_emitted_only_where_the_inputs_of_that_are_others()
    {
        const string file = """{ "inputs": { "word": { "type": "string", "default": "a" } }, "steps": [ { "id": "hello", "command": "echo" } ] }""";
        const string source = """
            [Plan("inner.plan.json")] public partial class Inner;
            [Plan] public partial class Outer { [Step(Plan = typeof(Inner))] private partial Task Sub(CancellationToken ct); }
            """;
        var run = PlanFileRun.Of([PlanFileRun.File("inner.plan.json", file)], source);
        Assert.Equal(1, run.Again(PlanFileRun.File("inner.plan.json", file.Replace("echo", "printf", StringComparison.Ordinal))).ReEmitted());
        Assert.Equal(2, run.Again(PlanFileRun.File("inner.plan.json", file.Replace("\"a\"", "\"b\"", StringComparison.Ordinal))).ReEmitted());
    }

    [Fact]
    public void What_moves_in_a_file_re_emits_nothing()
    {
        var run = PlanFileRun.Of([PlanFileRun.File("greet.plan.json", Alone)]);
        var again = run.Again(PlanFileRun.File("greet.plan.json", "// A comment.\n\n" + Alone));
        Assert.Contains(IncrementalStepRunReason.Modified, again.ReasonsOf(PlanFileSteps.Read));
        again.AssertNothingReEmitted();
    }

    private static string Named(int number, string command) =>
        $$"""{ "plan_id": "plan_{{number}}", "steps": [ { "id": "hello", "command": "{{command}}", "args": ["hello"] } ] }""";
}
