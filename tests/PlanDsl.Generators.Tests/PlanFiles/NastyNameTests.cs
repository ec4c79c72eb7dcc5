using System.Collections.Immutable;
using PlanDsl.Testing.Internal;

namespace PlanDsl.Generators.Tests;

/// <summary>Whatever names a plan file and its class choose, what is generated of them compiles: as a plan, or as one that throws where the
/// rules forbid the name.</summary>
public class NastyNameTests
{
    // Words of C#, of generated code, of the runtime, and of the expressions of plan files.
    private static readonly string[] Names =
    [
        "class", "int", "string", "await", "default", "event", "field", "value", "var", "record", "global", "this", "base", "nameof", "file",
        "token", "bounded_token", "cancellation_token", "result", "results", "context", "environment", "environment_", "options", "plan", "self", "state", "program", "table",
        "flow", "group", "strand0", "get_results", "collect_results", "set_results0", "flow_cursor", "plan_environment", "instance", "other", "run", "step", "element",
        "item", "index", "previous", "iteration", "inputs", "bindings", "env", "steps",
        "run_async", "start", "observe", "definition", "equals", "get_type", "to_string", "finalize", "memberwise_clone", "invoke_async",
        "system", "plan_dsl", "plan_json", "task", "json_element", "command_result", "step_context", "shop", "nasty", "nasty_plan", "sample_plan", "t",
        "a", "b", "A", "aB", "a_b", "x1", "_1", "1", "é",
    ];

    // Roots of expressions, which no result may hide, members of each object, and what is no key in snake_case.
    private static readonly string[] Forbidden =
    [
        "inputs", "bindings", "env", "steps", "item", "index", "previous", "iteration", "result",
        "equals", "get_type", "to_string", "finalize", "memberwise_clone", "results", "A", "aB", "1", "_1",
    ];

    public static TheoryData<string> All => [.. Names];

    public static TheoryData<string> Allowed => [.. Names.Except(Forbidden).Except(["nameof"])];

    [Theory]
    [MemberData(nameof(All))]
    public void In_a_file_alone(string name)
    {
        var files = FilesOf(name);
        var run = PlanFileRun.WithoutAnalyzers(files);

        Check(run, name);
    }

    [Theory]
    [MemberData(nameof(Allowed))]
    public void Beside_classes(string name)
    {
        var type = Model.PascalCase.From(name);
        var isReserved = Model.ReservedNames.IsReservedMethod(type);
        var member = "@" + char.ToLowerInvariant(type[0]) + type[1..];
        var run = PlanFileRun.WithoutAnalyzers(
            [
                .. FilesOf(name),
                File("called", "'inputs': { 'N': { 'type': 'string' } }, 'bindings': { 'list': ['x'] }, 'steps': [" + Calls.Replace("MEMBER", member.TrimStart('@'), StringComparison.Ordinal) + "]", name),
                File("generic", "'globals': { 'env': { 'N': '1' } }, 'steps': [" + Producers + "]", name),
                File("held", "'inputs': { 'N': { 'type': 'string' } }, 'steps': [{ 'id': 'runner', 'plan': 'declared', 'with': { 'N': '${N}' } }]", name),
            ],
            $$"""
            [Plan("called.plan.json")]
            public sealed partial class Called
            {
                private string {{member}}(string text, CancellationToken token) => text;

                private static async Task<int> Twice(int result, StepContext context)
                {
                    await Task.Yield();
                    return result;
                }
            }

            public static partial class Outer<{{type}}Outer>
            {
                [Plan("generic.plan.json")]
                public partial record struct Generic<{{(isReserved ? "T" : type)}}>(int Number);

                [Plan("grouped.plan.json")]
                public partial record {{(isReserved ? "Grouped" : type)}}(int Number);
            }

            [Plan("held.plan.json")]
            public sealed partial class Held
            {
                private Shop.DeclaredPlan {{member}} { get; } = new();
            }
            """);

        Check(run, name);
    }

    [Fact]
    public void A_group_in_CSharp_may_have_the_name_of_its_class() => PlanFileRun.Of([],
        """
        [Plan]
        [ParallelGroup("mirrors")]
        public partial class Mirrors
        {
            [Step(Group = "mirrors")] static int First() => 1;

            [Step(Group = "mirrors")] static int Second() => 2;

            [Step] static int Sum(int[] mirrors) => mirrors.Sum();
        }
        """).AssertCompiles();

    private static string Calls =>
        """
        { 'id': 'first', 'call': 'MEMBER', 'with': { 'text': '{{ inputs.N }}' } },
        { 'id': 'twice', 'call': 'Twice', 'with': { 'result': 2 }, 'fallback': { 'command': 'echo', 'args': ['${N}'] }, 'compensate': { 'call': 'MEMBER', 'with': { 'text': '{{ first }}' } } },
        { 'id': 'each', 'for_each': 'bindings.list', 'call': 'MEMBER', 'with': { 'text': '{{ item }}' }, 'condition': 'first != "x" && inputs.N != "y"' }
        """;

    private static ImmutableArray<TestFile> FilesOf(string name) =>
        [
            File("declared", "'inputs': { 'N': { 'type': 'string' } }, 'steps': [" + Readers + "]", name),
            File("defaulted", "'inputs': { 'N': { 'type': 'integer', 'default': 7 }, 'other_input': { 'type': 'string', 'from_env': 'N', 'secret': true } }, 'steps': [" + Readers + "]", name),
            File("free", "'steps': [" + Readers + ", { 'id': 'e', 'command': 'sh ${N}', 'shell': true }]", name),
            File("produced", "'globals': { 'env': { 'N': '1' } }, 'steps': [" + Producers + "]", name),
            File("repeated", "'bindings': { 'list': ['x', 'y'] }, 'steps': [" + Repetitions + "]", name),
            File("nasty", "'steps': [" + Groups.Replace("N", "nasty_plan", StringComparison.Ordinal) + "]", name),
            File("grouped", "'steps': [" + Groups + "]", name),
            File("outer", "'steps': [{ 'id': 'N', 'plan': 'declared', 'with': { 'N': 'x' } }, { 'id': 'last', 'plan': 'produced' }, { 'id': 'show', 'command': 'echo', 'args': ['{{ N.fourth.stdout }}', '{{ last.last.stdout }}'] }]", name),
            File("way", "'order': 'sequential', 'steps': [{ 'id': 'N', 'command': 'true', 'transitions': { 'default_next_step': 'end', 'failure_branch_ids': ['mend'] } }, { 'id': 'end', 'command': 'echo', 'args': ['{{ steps.N.status }}'] }, { 'id': 'mend', 'command': 'true' }]", name),
        ];

    private static string Readers =>
        """
        { 'id': 'first', 'command': 'echo', 'args': ['${N}', '{{ inputs.N }}'], 'cwd': '/${N}', 'env': { 'N': '${N}', 'M': '{{ env.N }}' }, 'condition': 'inputs.N != null' },
        { 'id': 'second', 'type': 'agent', 'agent': { 'agent_id': 'x', 'prompt': '${N} {{ inputs.N }}', 'with': { 'N': '{{ inputs.N }}' } }, 'timeout_sec': 1 },
        { 'id': 'third', 'command': 'echo', 'fallback': { 'type': 'agent', 'agent': { 'agent_id': 'x', 'prompt': '${N}', 'timeout_ms': 5 } } },
        { 'id': 'fourth', 'command': 'echo ${N}', 'shell': true, 'compensate': { 'command': 'echo', 'args': ['${N}', '{{ result.stdout }}', '{{ steps.first.status }}'] } }
        """;

    private static string Producers =>
        """
        { 'id': 'N', 'command': 'echo', 'env': { 'N': '1' }, 'fallback': { 'type': 'agent', 'agent': { 'agent_id': 'x', 'prompt': '{{ env.N }}' } } },
        { 'id': 'after', 'command': 'echo', 'args': ['{{ N.stdout ?? 1 }}', '{{ steps.N.error ?? 2 }}'], 'condition': 'steps.N.status == "succeeded" && N.stdout != "x"' },
        { 'id': 'sibling', 'result_key': 'key', 'command': 'echo', 'args': ['{{ bindings.N }}'], 'compensate': { 'command': 'echo', 'args': ['{{ N }}', '{{ result.exit_code }}'] } },
        { 'id': 'last', 'command': 'echo', 'args': ['{{ env.N }}'], 'depends_on': ['N'] }
        """;

    private static string Repetitions =>
        """
        { 'id': 'each', 'for_each': 'bindings.list', 'command': 'echo', 'args': ['{{ item }}', '{{ index }}'], 'on_failure': 'continue' },
        { 'id': 'N', 'command': 'echo', 'args': ['{{ iteration }}', '{{ previous.stdout ?? "none" }}'], 'repeat_until': 'result.exit_code == 0 && iteration > 1', 'max_iterations': 3 },
        { 'id': 'all', 'for_each': 'N.json', 'command': 'echo', 'args': ['{{ item }}', '{{ N.stdout }}'] }
        """;

    private static string Groups =>
        """
        { 'id': 'N', 'type': 'parallel', 'parallel': { 'steps': [{ 'id': 'one', 'command': 'echo' }, { 'id': 'two', 'command': 'echo' }] } },
        { 'id': 'any', 'type': 'parallel', 'parallel': { 'strategy': 'any', 'result_key': 'any_N', 'steps': [{ 'id': 'three', 'result_key': 'N_three', 'command': 'echo' }, { 'agent_id': 'x' }] } },
        { 'id': 'show', 'command': 'echo', 'args': ['{{ N[0].stdout }}', '{{ any_N ?? 1 }}'] }
        """;

    private static void Check(GeneratorRun run, string name)
    {
        Assert.True(run.Diagnostics.IsEmpty || Forbidden.Contains(name), string.Join("\n", run.Diagnostics));
        run.AssertCompiles();
    }

    private static TestFile File(string id, string plan, string name) =>
        PlanFileRun.File(id + ".plan.json", $"{{ 'plan_id': '{id}', {plan} }}".Replace("\"", "\\\"", StringComparison.Ordinal).Replace('\'', '"').Replace("N", name, StringComparison.Ordinal));
}
