using Microsoft.CodeAnalysis.CodeFixes;
using PlanDsl.Testing.Internal;

namespace PlanDsl.CodeFixes.Tests;

public sealed class TakeNearestNameFixTests
{
    private static readonly CodeFixTest Test = Fixing.InFiles<TakeNearestNameFixProvider>();

    [Theory]
    [InlineData("""{ "id": "a", "comand": "make" }""", """{ "id": "a", "command": "make" }""")]
    [InlineData("""{ "id": "a", "cmd": "make" }""", """{ "id": "a", "command": "make" }""")]
    [InlineData("""{ "id": "a", "command": "make", "if": "inputs.day == '1'" }""", """{ "id": "a", "command": "make", "condition": "inputs.day == '1'" }""")]
    [InlineData("""{ "id": "a", "command": "make", "needs": ["build"] }""", """{ "id": "a", "command": "make", "depends_on": ["build"] }""")]
    [InlineData("""{ "id": "a", "command": "make", "working-directory": "x" }""", """{ "id": "a", "command": "make", "cwd": "x" }""")]
    [InlineData("""{ "id": "a", "command": "make", "on_failure": "abrot" }""", """{ "id": "a", "command": "make", "on_failure": "abort" }""")]
    [InlineData("""{ "id": "a", "type": "comand", "command": "make" }""", """{ "id": "a", "type": "command", "command": "make" }""")]
    [InlineData("""{ "id": "a", "command": "make", "depends_on": ["bild"] }""", """{ "id": "a", "command": "make", "depends_on": ["build"] }""")]
    [InlineData("""{ "id": "a", "command": "echo", "args": ["{{ biuld.stdout }}"] }""", """{ "id": "a", "command": "echo", "args": ["{{ build.stdout }}"] }""")]
    [InlineData("""{ "id": "a", "command": "echo", "args": ["\u00e9 {{ build.stdot }}"] }""", """{ "id": "a", "command": "echo", "args": ["\u00e9 {{ build.stdout }}"] }""")]
    [InlineData("""{ "id": "a", "command": "echo", "args": ["{{ build[\"stdot\"] }}"] }""", """{ "id": "a", "command": "echo", "args": ["{{ build[\"stdout\"] }}"] }""")]
    [InlineData("""{ "id": "a", "command": "echo", "args": ["{{ build['stdot'] }}"] }""", """{ "id": "a", "command": "echo", "args": ["{{ build['stdout'] }}"] }""")]
    [InlineData("""{ "id": "a", "command": "echo", "args": ["{{ inputs.dya }}"] }""", """{ "id": "a", "command": "echo", "args": ["{{ inputs.day }}"] }""")]
    [InlineData("""{ "id": "a", "command": "echo", "args": ["{{ day }}"] }""", """{ "id": "a", "command": "echo", "args": ["{{ inputs.day }}"] }""")]
    [InlineData("""{ "id": "a", "command": "make", "condition": "steps.biuld.status == 'failed'" }""", """{ "id": "a", "command": "make", "condition": "steps.build.status == 'failed'" }""")]
    [InlineData("""{ "id": "a", "command": "make", "consumes": ["row"] }""", """{ "id": "a", "command": "make", "consumes": ["rows"] }""")]
    public Task Writes_the_name_that_was_meant(string before, string after) => Test.FixFileAsync(TakeNearestNameFixProvider.Key, PlanWith(before), PlanWith(after));

    [Fact]
    public Task Writes_a_name_that_is_none_in_an_expression_as_a_key() => Test.FixFileAsync(
        TakeNearestNameFixProvider.Key,
        """{ "steps": [{ "id": "1.build", "command": "make" }, { "id": "a", "command": "make", "condition": "steps['1.biuld'].status == 'failed'" }] }""",
        """{ "steps": [{ "id": "1.build", "command": "make" }, { "id": "a", "command": "make", "condition": "steps['1.build'].status == 'failed'" }] }""");

    [Theory]
    [InlineData("steps['it\\\\'s-biuld'].status == 'failed'", "steps['it\\\\'s-build'].status == 'failed'")]
    [InlineData("steps[\\\"it's-biuld\\\"].status == 'failed'", "steps[\\\"it's-build\\\"].status == 'failed'")]
    [InlineData("steps.its_biuld.status == 'failed'", "steps['it\\\\'s-build'].status == 'failed'")]
    public Task Escapes_what_a_key_needs_escaped(string before, string after)
    {
        // The id is no good one either, which nobody mends here.
        var test = Test with { RemainingErrors = [Model.RuleIds.InvalidName] };
        return test.FixFileAsync(TakeNearestNameFixProvider.Key, PlanWith(before), PlanWith(after));

        static string PlanWith(string condition) =>
            $$"""{ "steps": [{ "id": "it's-build", "command": "make" }, { "id": "a", "command": "make", "condition": "{{condition}}" }] }""";
    }

    [Fact]
    public Task Fix_all_takes_a_property_once() => (Test with { RemainingErrors = [Model.RuleIds.UnknownProperty] }).FixAllFilesAsync(
        TakeNearestNameFixProvider.Key, FixAllScope.Document,
        ["""{ "steps": [{ "id": "a", "command": "make", "retrys": 1, "retires": 2 }] }"""],
        ["""{ "steps": [{ "id": "a", "command": "make", "retries": 1, "retires": 2 }] }"""]);

    [Theory]
    [InlineData("\"FetchOrder\"", "{{ orders.total }}", "\"FetchOrders\"", "{{ orders.total }}")]
    [InlineData("\"FetchOrders\"", "{{ orders.totla }}", "\"FetchOrders\"", "{{ orders.total }}")]
    public Task Writes_the_name_of_a_method_or_a_member_of_what_it_returns(string call, string path, string callAfter, string pathAfter)
    {
        const string Source =
            """
            [Plan("test0.plan.json")]
            public partial class Report
            {
                private static Task<Order> FetchOrders(CancellationToken ct) => Task.FromResult(new Order(1));
            }

            public sealed record Order(int Total);
            """;
        return Test.FixAsync(TakeNearestNameFixProvider.Key, new CodeAndFiles([Source], [FileWith(call, path)]), new CodeAndFiles([Source], [FileWith(callAfter, pathAfter)]));

        static string FileWith(string call, string path) =>
            $$"""{ "steps": [{ "id": "orders", "call": {{call}} }, { "id": "show", "command": "echo", "args": ["{{path}}"] }] }""";
    }

    [Fact]
    public Task Changes_nothing_else_in_the_file() => Test.FixFileAsync(
        TakeNearestNameFixProvider.Key,
        "{\r\n\t// All of it.\r\n\t\"steps\": [\r\n\t\t{ \"id\": \"a\", /* how */ \"comand\" : \"make\", },\r\n\t],\r\n}\r\n",
        "{\r\n\t// All of it.\r\n\t\"steps\": [\r\n\t\t{ \"id\": \"a\", /* how */ \"command\" : \"make\", },\r\n\t],\r\n}\r\n");

    [Theory]
    [InlineData("""{ "id": "a", "command": "make", "depends_on": ["deploy_everything"] }""")]
    [InlineData("""{ "id": "a", "command": "make", "comand": "make" }""")]
    [InlineData("""{ "id": "a", "command": "make" }""")]
    public async Task Is_not_offered_where_no_name_is_near_or_the_property_is_there(string step) => Assert.Empty(await Test.OfferedInFileAsync(PlanWith(step)));

    [Fact]
    public async Task Says_what_it_changes() => Assert.Equal(
        ["Change 'bild' to 'build'", "Change 'stdot' to 'stdout'"],
        await Test.OfferedInFileAsync(PlanWith("""{ "id": "a", "command": "make", "depends_on": ["bild"], "args": ["{{ build.stdot }}"] }""")));

    [Theory]
    [InlineData(FixAllScope.Document)]
    [InlineData(FixAllScope.Project)]
    [InlineData(FixAllScope.Solution)]
    public Task Fix_all_corrects_every_name(FixAllScope scope)
    {
        const string Before = """{ "id": "a", "command": "echo", "retrys": 1, "args": ["{{ biuld.stdot }} and {{ biuld.stdout }}"], "depends_on": ["bild", "biuld"] }""";
        const string After = """{ "id": "a", "command": "echo", "retries": 1, "args": ["{{ build.stdot }} and {{ build.stdout }}"], "depends_on": ["build", "build"] }""";
        return (Test with { RemainingErrors = scope is FixAllScope.Document ? ["PLAN0102", "PLAN0201", "PLAN0207", "PLAN0502"] : ["PLAN0207"] }).FixAllFilesAsync(
            TakeNearestNameFixProvider.Key, scope, [PlanWith(Before), PlanWith(Before)], [PlanWith(After), PlanWith(scope is FixAllScope.Document ? Before : After)]);
    }

    private static string PlanWith(string step) =>
        $$"""
        {
          "inputs": { "day": { "type": "string" } },
          "steps": [
            { "id": "build", "command": "make", "provides": ["rows"] }, // It comes first.
            {{step}}
          ]
        }
        """;
}
