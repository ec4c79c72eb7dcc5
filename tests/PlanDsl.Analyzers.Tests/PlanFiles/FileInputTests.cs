using PlanDsl.Testing.Internal;

namespace PlanDsl.Analyzers.Tests;

/// <summary>What a plan in C# gives a plan that it runs, be that a file or a class.</summary>
public sealed class FileInputTests
{
    private const string File = """
        { "plan_id": "inner", "inputs": { "word": { "type": "string" }, "TIMES": { "type": "integer", "default": 2 }, "any": { "type": "object", "default": {} } },
          "steps": [{ "id": "say", "command": "printf", "args": ["${word}", "{{ inputs.TIMES }}", "{{ inputs.any }}"] }] }
        """;

    private const string Class = """
        [Plan] public partial class Inner { [Step] int Say([Input] string word, [Input] System.Text.Json.JsonElement? any = null, [Input] long times = 2) => 1; }
        """;

    public static TheoryData<string, string> Faults => new()
    {
        {
            "[Step(Plan = {|related:typeof(Inner)|})] private partial Task<Inner.Results> Sub([Input] string {|PLAN0201:wrod|});",
            "Plan 'Inner' has no input 'wrod', which parameter 'wrod' of step 'sub' binds; did you mean 'word'?"
        },
        {
            "[Step(Plan = typeof(Inner))] private partial Task Sub([Input] string word, string {|PLAN0201:unbound|});",
            "Plan 'Inner' has no input 'unbound', which parameter 'unbound' of step 'sub' binds; its inputs are 'word', 'times', 'any'"
        },
        {
            "[Step(Plan = {|PLAN0201:typeof(Inner)|})] private partial Task<Inner.Results> Sub([Input] long times);",
            "Nothing gives a value to 'word', which input 'word' of plan 'Inner', run by step 'sub', binds; add a parameter 'string word'"
        },
        {
            "[Step(Plan = typeof(Inner))] private partial Task<Inner.Results> Sub([Input] {|PLAN0202:int|} word);",
            "Parameter 'word' of step 'sub' takes 'int', but input 'word' of plan 'Inner' is 'string'; take that"
        },
        {
            "[Step(Plan = typeof(Inner))] private partial Task<Inner.Results> Sub([Input] {|PLAN0202:string?|} word);",
            "Parameter 'word' of step 'sub' takes 'string?', but input 'word' of plan 'Inner' is 'string'; take that"
        },
        {
            "[Step(Plan = typeof(Inner))] private partial Task<Inner.Results> Sub([Input] string word, [Input] {|PLAN0202:string|} any);",
            "Parameter 'any' of step 'sub' takes 'string', but input 'any' of plan 'Inner' is 'JsonElement?'; take that"
        },
    };

    public static TheoryData<string> Sound =>
    [
        "[Step(Plan = typeof(Inner))] private partial Task<Inner.Results> Sub([Input] string word, CancellationToken token);",
        "[Step(Plan = typeof(Inner))] private partial ValueTask<Inner.Results> Sub([Input] int times, [Input] string word, [Input] System.Text.Json.JsonElement any);",
    ];

    [Theory]
    [MemberData(nameof(Faults))]
    public Task Reports_what_a_plan_file_does_not_take(string step, string message) => ReportsAsync(
        Verify.Test with { Files = [new("/src/inner.plan.json", File)] }, step, message, """[Plan("inner.plan.json")] public partial class Inner;""");

    [Theory]
    [MemberData(nameof(Faults))]
    public Task Reports_the_same_of_a_plan_in_CSharp(string step, string message) => ReportsAsync(
        Verify.Test, step, message.Replace("'times', 'any'", "'any', 'times'", StringComparison.Ordinal), Class);

    [Theory]
    [MemberData(nameof(Sound))]
    public async Task Accepts_what_fits(string step)
    {
        await (Verify.Test with { Files = [new("/src/inner.plan.json", File)] }).RunAsync(PlanWith(step), """[Plan("inner.plan.json")] public partial class Inner;""");
        await Verify.AcceptsAsync(PlanWith(step), Class);
    }

    [Fact]
    public async Task Of_a_file_that_declares_no_inputs_those_count_that_it_reads()
    {
        var file = new TestFile("/src/inner.plan.json", """{ "steps": [{ "id": "say", "command": "echo", "args": ["${DRY_RUN}"] }] }""");
        var diagnostics = await (Verify.Test with { Files = [file] }).RunAsync(
            PlanWith("""
                [Step(Plan = typeof(Inner))] private partial Task Sub([Input] string dryRun);
                [Step(Plan = typeof(Inner))] private partial Task Other([Input] string {|PLAN0201:dryrun|});
                """),
            """[Plan("inner.plan.json")] public partial class Inner;""");

        Assert.EndsWith("did you mean 'dryRun'?", Assert.Single(diagnostics).GetMessage(null), StringComparison.Ordinal);
    }

    [Fact]
    public Task Says_once_that_the_file_is_not_there() => (Verify.Test with { Files = [new("/src/inner.plan.json", File)] }).RunAsync(
        PlanWith("[Step(Plan = typeof(Inner))] private partial Task<Inner.Results> Sub([Input] string word);"),
        """[Plan({|PLAN0512:"iner.plan.json"|})] public partial class Inner;""");

    [Theory]
    [InlineData("""{ "inputs": { "word": { "type": {|PLAN0503:"strin"|} } }, "steps": [{ "id": "say", "command": "echo" }] }""")]
    [InlineData("""{ "inputs": {|PLAN0503:7|}, "steps": [{ "id": "say", "command": "echo" }] }""")]
    public Task Says_nothing_of_the_inputs_of_a_file_that_cannot_be_read(string file) => (Verify.Test with { Files = [new("/src/inner.plan.json", file)] }).RunAsync(
        PlanWith("[Step(Plan = typeof(Inner))] private partial Task<Inner.Results> Sub([Input] int word);"), """[Plan("inner.plan.json")] public partial class Inner;""");

    private static async Task ReportsAsync(AnalyzerTest test, string step, string message, string inner)
    {
        var diagnostics = await test.RunAsync(PlanWith(step), inner);
        Assert.Equal(message, Assert.Single(diagnostics).GetMessage(null));
    }

    private static string PlanWith(string steps) => $"[Plan] public partial class Outer {{ {steps} }}";
}
