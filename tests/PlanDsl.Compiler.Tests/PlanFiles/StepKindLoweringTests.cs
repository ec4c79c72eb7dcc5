using PlanDsl.Model;

namespace PlanDsl.Compiler.Tests;

public class StepKindLoweringTests
{
    private static readonly PlanCatalog Catalog = new([
        new("other", "global::Shop.OtherPlan")
        {
            Inputs = [new("branch", new("string", "string"), null), new("depth", new("long", "long") { IsValueType = true }, "3L")],
            Results = [new("build", "Build", new("global::PlanDsl.CommandResult", "CommandResult"), false), new("size", "Size", new("long", "long") { IsValueType = true }, true)],
        },
    ]);

    private const string Other = """
        namespace Shop { [Plan] public partial class OtherPlan { [Step] static int Size([Input] string branch, [Input] long depth = 3) => 1;
            public PlanRun<Results> Start(string branch, long depth = 3, PlanOptions? options = null, CancellationToken ct = default) => null!;
            public sealed class Results { public CommandResult Build { get; } = null!; public long? Size { get; } } } }
        """;

    [Fact]
    public void An_agent_is_asked()
    {
        var code = LoweredCode.Of("""
            { "plan_id": "x", "inputs": { "topic": { "type": "string" } }, "steps": [
              { "id": "research", "agent": { "agent_id": "writer", "action_id": "write", "prompt": "Write about {{ inputs.topic }}", "with": { "max": 3 }, "timeout_ms": 500 } },
              { "id": "show", "command": "echo", "args": ["{{ research.title }}"] } ] }
            """);
        Assert.Contains("new StepAgent(\"writer\") { ActionId = \"write\", Prompt = $\"Write about {topic}\", With = ", LoweredCode.Method(code, "Research"), StringComparison.Ordinal);
        Assert.StartsWith("static Task<CommandResult> Show(JsonElement research, StepContext context)", LoweredCode.Method(code, "Show"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_wait_has_no_method_and_brings_json()
    {
        var plan = ReadFilePlan.Of("""{ "plan_id": "x", "steps": [{ "id": "approve", "wait": { "signal": "ok", "timeout_sec": 5 } }] }""");
        Assert.Empty(plan.Spec.LoweredMethods);
        Assert.Equal(("ok", "global::System.Text.Json.JsonElement", ReturnKind.AwaitableValue), (plan.Spec.Model.Steps[0].Signal!.Name, plan.Spec.Model.Steps[0].ResultType!.Name, plan.Spec.Steps[0].Returns));
        Assert.True(plan.Spec.IsValid);
    }

    [Fact]
    public void Another_plan_is_run_and_its_results_are_known()
    {
        var code = LoweredCode.Of("""
            { "plan_id": "x", "steps": [
              { "id": "other", "plan": "other", "with": { "branch": "main" } },
              { "id": "show", "command": "echo", "args": ["{{ other.build.stdout }}", "{{ other.size ?? 0 }}"] } ] }
            """, Catalog, Other);
        Assert.Equal("""
            static Task<global::Shop.OtherPlan.Results> Other(StepContext context)
            {
                return new global::Shop.OtherPlan().Start("main", 3L, context.SubPlanOptions(), context.CancellationToken).GetResultsAsync();
            """, LoweredCode.Method(code, "Other"));
        Assert.Contains("other.Build.Stdout", LoweredCode.Method(code, "Show"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{ "id": "a", "plan": "othr", "with": { "branch": "x" } }""", "PLAN0506 @ \"othr\"")]
    [InlineData("""{ "id": "a", "plan": "other" }""", "PLAN0201 @ \"other\"")]
    [InlineData("""{ "id": "a", "plan": "other", "with": { "branch": "x", "branhc": 1 } }""", "PLAN0502 @ \"branhc\"")]
    [InlineData("""{ "id": "a", "plan": "other", "with": { "branch": 1 } }""", "PLAN0202 @ 1")]
    [InlineData("""{ "id": "a", "plan": "other", "with": { "branch": "x" } }, { "id": "b", "command": "x", "args": ["{{ a.sise }}"] }""", "PLAN0207 @ sise")]
    [InlineData("""{ "id": "a", "plan": "x" }""", "PLAN0106 @ \"x\"")]
    public void What_a_plan_is_given_is_judged(string steps, string finding) =>
        Assert.Contains(finding, ReadFilePlan.FindingsIn($$"""{ "plan_id": "x", "steps": [{{steps}}] }""", source: null, Catalog));

    [Fact]
    public void A_fallback_of_another_type_makes_json_of_both()
    {
        const string json = """
            { "plan_id": "x", "steps": [
              { "id": "build", "command": "make", "fallback": { "agent": { "agent_id": "a", "timeout_ms": 1500 } }, "compensate": { "command": "undo", "args": ["{{ result.stdout }}"] } },
              { "id": "show", "command": "echo", "args": ["{{ build.stdout }}"] } ] }
            """;
        var code = LoweredCode.Of(json);
        Assert.Equal("""
            static async Task<JsonElement> Build(StepContext context)
            {
                var result = await new StepCommand("make", []).RunAsync(context).ConfigureAwait(false);
                return PlanJson.Of(result);
            """, LoweredCode.Method(code, "Build"));
        Assert.Contains("StepTimeout.WithinAsync(global::System.TimeSpan.FromMilliseconds(1500), \"the fallback of step 'build'\", context, boundedToken => ", LoweredCode.Method(code, "BuildFallback"), StringComparison.Ordinal);
        Assert.StartsWith("static async Task BuildCompensate(JsonElement build, StepContext context)", LoweredCode.Method(code, "BuildCompensate"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_loop_knows_its_results_and_how_often_it_has_run()
    {
        var code = LoweredCode.Of("""
            { "plan_id": "x", "steps": [
              { "id": "poll", "command": "poll", "args": ["{{ previous.stdout ?? '' }}", "{{ iteration }}"], "repeat_until": "result.exit_code == 0 || (previous.stdout ?? '') == result.stdout || iteration > 3", "max_iterations": 5 } ] }
            """);
        Assert.StartsWith("static Task<CommandResult> Poll(CommandResult? previous, StepContext context)", LoweredCode.Method(code, "Poll"), StringComparison.Ordinal);
        Assert.StartsWith("static bool PollUntil(CommandResult poll, CommandResult? previous, StepContext context)", LoweredCode.Method(code, "PollUntil"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_fan_out_goes_through_results_inputs_and_constants()
    {
        const string json = """
            { "plan_id": "x", "bindings": { "names": ["a", "b"] }, "inputs": { "files": { "type": "array" } }, "steps": [
              { "id": "list", "command": "ls" },
              { "id": "each_line", "command": "echo", "for_each": "list.json.lines", "args": ["{{ item.text }}", "{{ index }}"], "compensate": { "command": "rm", "args": ["{{ item.text }}"] } },
              { "id": "each_file", "command": "echo", "for_each": "inputs.files", "args": ["{{ item }}"] },
              { "id": "each_name", "command": "echo", "for_each": "bindings.names", "on_failure": "continue" },
              { "id": "each_result", "command": "echo", "for_each": "each_line", "args": ["{{ item.stdout }}"] } ] }
            """;
        var spec = ReadFilePlan.Of(json).Spec;
        LoweredCode.Of(json);
        Assert.Equal(["", "list", "files", "", "each_line"], spec.Model.Steps.Select(static step => step.Element?.Key ?? ""));
        Assert.Equal([false, false, true, true, false], spec.Model.Steps.Select(static step => step.Element?.Path is not null));
        Assert.Equal(["", "EachLineElements", "EachFileElements", "EachNameElements", "EachResultElements"], spec.Steps.Select(static step => step.ElementSource));
        Assert.Equal("global::PlanDsl.CommandResult", spec.Steps[4].ElementType);
        Assert.Equal("global::PlanDsl.CommandResult?[]", spec.Model.Steps[3].ResultType!.Name);
    }

    [Theory]
    [InlineData("all", """{ "id": "a", "command": "a" }, { "id": "b", "command": "b" }""", GroupMerge.Typed, "global::PlanDsl.CommandResult[]")]
    [InlineData("best_effort", """{ "id": "a", "command": "a" }, { "id": "b", "command": "b" }""", GroupMerge.Typed, "global::PlanDsl.CommandResult?[]")]
    [InlineData("any", """{ "id": "a", "command": "a" }, { "id": "b", "command": "b" }""", GroupMerge.Typed, "global::PlanDsl.CommandResult")]
    [InlineData("any", """{ "id": "a", "command": "a" }, { "agent_id": "b" }""", GroupMerge.First, "global::System.Text.Json.JsonElement")]
    [InlineData("all", """{ "id": "a", "command": "a" }, { "agent_id": "b" }""", GroupMerge.Array, "global::System.Text.Json.JsonElement")]
    [InlineData("all", """{ "id": "a", "command": "a", "result_key": "one" }, { "id": "b", "command": "b", "result_key": "two" }""", GroupMerge.Object, "global::System.Text.Json.JsonElement")]
    public void A_group_is_what_its_members_are(string strategy, string members, GroupMerge merge, string type)
    {
        var spec = ReadFilePlan.Of($$"""{ "plan_id": "x", "steps": [{ "id": "gather", "type": "parallel", "parallel": { "strategy": "{{strategy}}", "steps": [{{members}}] } }] }""").Spec;
        Assert.Equal((merge, type), (spec.Steps[2].Merge, spec.Model.Steps[2].ResultType!.Name));
        Assert.True(spec.IsValid);
    }

    [Fact]
    public void A_path_into_a_group_leads_to_the_member()
    {
        var code = LoweredCode.Of("""
            { "plan_id": "x", "steps": [
              { "id": "gather", "type": "parallel", "parallel": { "steps": [{ "id": "lint", "result_key": "lint", "command": "l" }, { "id": "test", "result_key": "tests", "command": "t" }] } },
              { "id": "show", "command": "echo", "args": ["{{ gather.tests.stdout }}", "{{ gather }}"] } ] }
            """);
        Assert.StartsWith("static Task<CommandResult> Show(CommandResult tests, JsonElement gather, StepContext context)", LoweredCode.Method(code, "Show"), StringComparison.Ordinal);
    }

    [Fact]
    public void Everything_else_of_a_step_stays_as_it_is()
    {
        var spec = ReadFilePlan.Of("""
            { "plan_id": "x", "order": "sequential", "limits": { "timeout_sec": 60 }, "steps": [
              { "id": "a", "command": "a", "retries": 2, "retry_on": ["timeout"], "timeout_sec": 3, "total_timeout_sec": 9, "pipeline": "p", "transitions": { "failure_branch_ids": ["c"] }, "tags": ["x"] },
              { "id": "b", "command": "b", "on_failure": "continue", "run_when": "always" },
              { "id": "c", "command": "c" } ] }
            """).Spec;
        var step = spec.Model.Steps[0];
        Assert.Equal((2, "timeout", "p", "3s"), (step.Retry!.Retries!.Value, step.Retry.RetryOn!.Value[0].Name, step.Pipeline, step.Timeout!.Value.ToString()));
        Assert.Equal([2], step.Flow!.FailureBranch);
        Assert.Equal((FailurePolicy.Continue, RunWhen.Always), (spec.Model.Steps[1].OnFailure!.Value, spec.Model.Steps[1].RunWhen!.Value));
        Assert.Null(spec.Model.MaxSteps);
    }
}
