using Microsoft.CodeAnalysis.CodeFixes;
using PlanDsl.Testing.Internal;

namespace PlanDsl.CodeFixes.Tests;

public sealed class AddMethodFixTests
{
    private static readonly CodeFixTest Test = Fixing.InFiles<AddMethodFixProvider>();

    [Fact]
    public Task Adds_a_method_with_a_parameter_for_each_thing_that_it_is_given() => FixAsync(
        """
        {
          "inputs": { "day": { "type": "string", "default": "today" }, "most": { "type": "integer", "default": 3 } },
          "steps": [
            { "id": "list", "command": "ls" },
            {
              "id": "report",
              "call": "Report",
              "with": {
                "day": "{{ inputs.day }}", "at_most": "{{ inputs.most }}", "listing": "{{ list }}", "text": "{{ list.stdout }}", "code": "{{ list.exit_code }}",
                "title": "Of {{ inputs.day }}", "quick": true, "share": 0.5, "any": { "a": 1 }
              }
            },
            { "id": "send", "command": "send", "args": ["{{ report }}"] }
          ]
        }
        """,
        """
        [Plan("test0.plan.json")]
        public partial class ReportPlan
        {
            private readonly int _number = 1;
        }
        """,
        """
        [Plan("test0.plan.json")]
        public partial class ReportPlan
        {
            private readonly int _number = 1;

            private Task<System.Text.Json.JsonElement> Report(string day, long atMost, CommandResult listing, string text, int code, string title, bool quick, decimal share, System.Text.Json.JsonElement any, CancellationToken cancellationToken) => throw new NotImplementedException();
        }
        """);

    [Fact]
    public Task Takes_the_types_of_what_paths_lead_to() => FixAsync(
        """
        {
          "steps": [
            { "id": "orders", "call": "FetchOrders", "on_failure": "continue" },
            { "id": "list", "command": "ls", "condition": "1 < 2" },
            { "id": "each", "for_each": "all", "call": "Show", "with": { "order": "{{ item }}", "at": "{{ index }}", "total": "{{ item.total }}" } },
            { "id": "all", "call": "FetchAll" },
            {
              "id": "report", "call": "Report",
              "with": { "first": "{{ orders.lines[0].price ?? 0 }}", "whole": "{{ orders }}", "found": "{{ list.stdout ?? '' }}", "note": "{{ list.stdout ?? 'none' }}", "many": "{{ all[0].lines }}", "any": "{{ all[0].total > 3 }}" },
              "compensate": { "call": "Undo", "with": { "total": "{{ all[0].total }}" } }
            }
          ]
        }
        """,
        Types,
        Types.Replace("\n}\n\n", "\n\n    private Task Report(decimal first, Order? whole, string found, string note, Line[] many, bool any, CancellationToken cancellationToken) => throw new NotImplementedException();\n}\n\n", StringComparison.Ordinal));

    [Theory]
    [InlineData("[Plan(\"test0.plan.json\")]\npublic partial class ReportPlan; // of a file", "[Plan(\"test0.plan.json\")]\npublic partial class ReportPlan\n{\n    private Task Clean(CancellationToken cancellationToken) => throw new NotImplementedException();\n} // of a file")]
    [InlineData("[Plan(\"test0.plan.json\")]\r\npublic partial class ReportPlan\r\n{\r\n}\r\n", "[Plan(\"test0.plan.json\")]\r\npublic partial class ReportPlan\r\n{\r\n    private Task Clean(CancellationToken cancellationToken) => throw new NotImplementedException();\r\n}\r\n")]
    public Task Adds_it_to_a_class_without_members(string before, string after) =>
        FixAsync("""{ "steps": [{ "id": "clean", "call": "Clean" }] }""", before, after);

    [Fact]
    public Task Adds_what_a_fallback_calls() => FixAsync(
        """{ "steps": [{ "id": "build", "command": "make", "fallback": { "call": "Clean" } }] }""",
        "[Plan(\"test0.plan.json\")]\npublic partial class ReportPlan\n{\n    void Other() { }\n}",
        "[Plan(\"test0.plan.json\")]\npublic partial class ReportPlan\n{\n    void Other() { }\n\n    private Task<System.Text.Json.JsonElement> Clean(CancellationToken cancellationToken) => throw new NotImplementedException();\n}");

    [Theory]
    [InlineData("""{ "steps": [{ "id": "clean", "call": "Clean" }] }""", "public class ReportPlan;")]
    [InlineData("""{ "steps": [{ "id": "clean", "call": "clean up" }] }""", "[Plan(\"test0.plan.json\")] public partial class ReportPlan;")]
    [InlineData("""{ "steps": [{ "id": "clean", "call": "Clean" }] }""", "[Plan(\"test0.plan.json\")] public partial class ReportPlan { int Clean; }")]
    public async Task Is_not_offered_without_a_class_and_where_the_name_is_none_or_taken(string file, string source) =>
        Assert.Empty(await Test.OfferedAsync(new CodeAndFiles([source], [file])));

    [Theory]
    [InlineData(FixAllScope.Document)]
    [InlineData(FixAllScope.Project)]
    public Task Fix_all_adds_every_method_once(FixAllScope scope) => Test.FixAllFilesAsync(
        AddMethodFixProvider.Key,
        scope,
        new CodeAndFiles(["[Plan(\"test0.plan.json\")]\npublic partial class ReportPlan;"], ["""{ "steps": [{ "id": "a", "call": "Clean" }, { "id": "b", "call": "Clean" }, { "id": "c", "call": "Build" }] }"""]),
        new CodeAndFiles(["[Plan(\"test0.plan.json\")]\npublic partial class ReportPlan\n{\n    private Task Clean(CancellationToken cancellationToken) => throw new NotImplementedException();\n\n    private Task Build(CancellationToken cancellationToken) => throw new NotImplementedException();\n}"], []));

    private const string Types =
        "[Plan(\"test0.plan.json\")]\n"
        + "public partial class ReportPlan\n{\n"
        + "    private static Order FetchOrders() => FetchAll()[0];\n\n"
        + "    private static Order[] FetchAll() => [];\n\n"
        + "    private static void Show(Order order, int at, int total) { }\n\n"
        + "    private static void Undo(int total) { }\n}\n\n"
        + "public sealed record Order(int Total, Line[] Lines);\n\n"
        + "public sealed record Line(decimal Price);\n";

    private static Task FixAsync(string file, string before, string after) =>
        Test.FixAsync(AddMethodFixProvider.Key, new CodeAndFiles([before], [file]), new CodeAndFiles([after], [file]));
}
