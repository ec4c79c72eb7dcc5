using PlanDsl.Testing.Internal;

namespace PlanDsl.Generators.Tests;

public class SubPlanOfFileTests
{
    private const string Inner = """{ "plan_id": "inner", "inputs": { "word": { "type": "string" }, "times": { "type": "integer", "default": 2 } }, "steps": [{ "id": "say", "command": "printf", "args": ["%s", "${word}{{ inputs.times }}"] }] }""";

    [Fact]
    public async Task A_file_runs_the_plan_of_another_and_reads_its_results()
    {
        const string outer = """{ "plan_id": "outer", "steps": [{ "id": "sub", "plan": "inner", "with": { "word": "hello" } }, { "id": "show", "command": "printf", "args": ["%s", "{{ sub.say.stdout }}!"] }] }""";
        var run = PlanFileRun.Of([PlanFileRun.File("outer.plan.json", outer), PlanFileRun.File("inner.plan.json", Inner)]).AssertCompiles();
        Assert.Equal("hello2!", await ShownAsync(run, "Shop.OuterPlan"));
    }

    [Fact]
    public async Task A_file_with_a_class_runs_the_plan_that_the_class_holds_and_one_in_csharp_runs_with_its_types()
    {
        const string outer = """
            { "plan_id": "outer", "steps": [
              { "id": "sub", "plan": "counting", "with": { "most": 3 } },
              { "id": "total", "call": "Add", "with": { "numbers": "{{ sub.numbers }}", "more": "{{ sub.numbers[1] }}" } },
              { "id": "show", "command": "printf", "args": ["%s", "{{ total }}"] } ] }
            """;
        const string source = """
            [Plan(Id = "counting")] public partial class Counting(int first) { [Step] int[] Numbers([Input] int most) => [.. Enumerable.Range(first, most)]; }

            [Plan("outer.plan.json")] public partial class Outer
            {
                private readonly Counting counting = new(10);

                private static long Add(IReadOnlyList<int> numbers, int more) => numbers.Sum() + more;
            }
            """;
        var run = PlanFileRun.Of([PlanFileRun.File("outer.plan.json", outer)], source).AssertCompiles();
        Assert.Equal("44", await ShownAsync(run, "Outer"));
    }

    [Fact]
    public async Task A_plan_in_csharp_runs_the_plan_of_a_file_and_gives_it_its_inputs()
    {
        const string source = """
            [Plan("inner.plan.json")] public partial class Inner;

            [Plan] public partial class Outer
            {
                [Step(Plan = typeof(Inner))] private partial Task<Inner.Results> Sub([Input] string word, CancellationToken token);

                [Step] private CommandResult Show(Inner.Results sub) => sub.Say;
            }
            """;
        var run = PlanFileRun.Of([PlanFileRun.File("inner.plan.json", Inner)], source).AssertCompiles();
        Assert.Equal("hello2", await ShownAsync(run, "Outer", "hello"));
    }

    [Fact]
    public async Task Inputs_of_a_file_may_have_the_names_of_what_generated_methods_take_besides()
    {
        const string inner = """
            { "plan_id": "inner", "inputs": { "cancellation_token": { "type": "string", "default": "none" }, "options": { "type": "string" }, "planOptions": { "type": "string", "default": "!" }, "plan": { "type": "string" } },
              "steps": [{ "id": "say", "command": "printf", "args": ["%s", "${options} ${cancellation_token}${planOptions} ${plan}"] }] }
            """;
        const string source = """
            [Plan("inner.plan.json")] public partial class Inner;

            [Plan] public partial class Outer
            {
                [Step(Plan = typeof(Inner))] private partial Task<Inner.Results> Sub([Input] string plan, [Input] string options, [Input] string cancellationToken, CancellationToken token);

                [Step] private CommandResult Show(Inner.Results sub) => sub.Say;
            }
            """;
        var run = PlanFileRun.Of([PlanFileRun.File("inner.plan.json", inner)], source).AssertCompiles();
        Assert.Equal("b c! a", await ShownAsync(run, "Outer", "a", "b", "c"));
    }

    [Fact]
    public void A_plan_that_gives_a_file_what_it_does_not_take_throws_and_compiles()
    {
        const string source = """
            [Plan("inner.plan.json")] public partial class Inner;

            [Plan] public partial class Outer
            {
                [Step(Plan = typeof(Inner))] private partial Task<Inner.Results> Sub([Input] string wrod);
            }
            """;
        var run = PlanFileRun.WithoutAnalyzers([PlanFileRun.File("inner.plan.json", Inner)], source);
        Assert.Contains("(PLAN0201)", Assert.Single(run.Diagnostics).GetMessage(null), StringComparison.Ordinal);
        Assert.Empty(run.Problems());
    }

    [Fact]
    public void A_plan_that_runs_one_whose_class_cannot_be_declared_throws_and_compiles()
    {
        const string outer = """{ "plan_id": "outer", "steps": [{ "id": "sub", "plan": "inner", "with": { "word": "hello" } }] }""";
        var run = PlanFileRun.WithoutAnalyzers(
            [PlanFileRun.File("outer.plan.json", outer), PlanFileRun.File("inner.plan.json", Inner)], "namespace Shop { public static class InnerPlan { } }");
        Assert.All(run.Diagnostics, static report => Assert.Contains("(PLAN0004)", report.GetMessage(null), StringComparison.Ordinal));
        Assert.Equal(2, run.Diagnostics.Length);
        Assert.Empty(run.Problems());
    }

    [Fact]
    public async Task A_nested_plan_is_the_one_that_the_class_holds()
    {
        const string outer = """{ "plan_id": "outer", "steps": [{ "id": "sub", "plan": "counting" }, { "id": "show", "command": "printf", "args": ["%s", "{{ sub.number }}"] }] }""";
        const string source = """
            namespace Shop.@internal;

            public partial class Around
            {
                [Plan(Id = "counting")] public partial class Counting
                {
                    public Counting() : this(1) { }

                    public Counting(int number) => _number = number;

                    private readonly int _number;

                    [Step] int Number() => _number;
                }
            }

            [Plan("outer.plan.json")] public partial class Outer
            {
                private readonly Around.Counting counting = new(7);
            }
            """;
        var run = PlanFileRun.Of([PlanFileRun.File("outer.plan.json", outer)], source).AssertCompiles();
        Assert.Equal("7", await ShownAsync(run, "Shop.internal.Outer"));
    }

    private static async Task<string> ShownAsync(GeneratorRun run, string type, params object[] inputs)
    {
        var plan = run.Load().GetType(type, throwOnError: true)!;
        var task = (Task)plan.GetMethod("RunAsync")!.Invoke(Activator.CreateInstance(plan), [.. inputs, CancellationToken.None])!;
        await task.WaitAsync(TimeSpan.FromMinutes(2)).ConfigureAwait(false);
        var results = task.GetType().GetProperty("Result")!.GetValue(task)!;
        return ((CommandResult)results.GetType().GetProperty("Show")!.GetValue(results)!).Stdout;
    }
}
