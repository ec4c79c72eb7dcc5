using Microsoft.CodeAnalysis.CodeFixes;
using PlanDsl.Testing.Internal;

namespace PlanDsl.CodeFixes.Tests;

public sealed class RemoveItemFixTests
{
    private static readonly CodeFixTest Test = Fixing.InFiles<RemoveItemFixProvider>();

    [Theory]
    [InlineData("""["a", "b"]""", """["b"]""")]
    [InlineData("""["b", "a"]""", """["b"]""")]
    [InlineData("""["b", "a",]""", """["b",]""")]
    [InlineData("""[ "a", "b", ]""", """[ "b", ]""")]
    [InlineData("""["a" /* first */, "b"]""", """[ /* first */ "b"]""")]
    [InlineData("[\n  \"a\",\n  \"b\"\n]", "[\n  \"b\"\n]")]
    [InlineData("[\n  \"b\",\n  \"a\"\n]", "[\n  \"b\"\n]")]
    [InlineData("[\r\n\t\"b\",\r\n\t\"a\",\r\n]", "[\r\n\t\"b\",\r\n]")]
    [InlineData("[\n  \"b\", // It builds.\n  \"a\" // It fetches.\n]", "[\n  \"b\" // It builds. // It fetches.\n]")]
    [InlineData("[\n  \"b\", \"a\",\n]", "[\n  \"b\",\n]")]
    public Task Removes_an_element_and_keeps_the_layout(string before, string after) =>
        Test.FixFileAsync(RemoveItemFixProvider.Key, PlanWith(before), PlanWith(after));

    [Fact]
    public Task Removes_the_property_with_its_last_element() => Test.FixFileAsync(
        RemoveItemFixProvider.Key,
        """
        {
          "steps": [
            {
              "id": "a",
              "command": "make",
              "depends_on": ["a"]
            }
          ]
        }
        """,
        """
        {
          "steps": [
            {
              "id": "a",
              "command": "make"
            }
          ]
        }
        """);

    [Fact]
    public Task Removes_an_edge_of_a_circle() => Test.FixFileAsync(
        RemoveItemFixProvider.Key,
        """{ "steps": [{ "id": "a", "depends_on": ["b"], "command": "make" }, { "id": "b", "depends_on": ["a"], "command": "make" }] }""",
        """{ "steps": [{ "id": "a", "depends_on": ["b"], "command": "make" }, { "id": "b", "command": "make" }] }""");

    [Fact]
    public Task Removes_a_step_that_is_named_twice() => Test.FixFileAsync(
        RemoveItemFixProvider.Key,
        """{ "order": "sequential", "steps": [{ "id": "a", "command": "make", "transitions": { "failure_branch_ids": ["b", "b"] } }, { "id": "b", "command": "make" }] }""",
        """{ "order": "sequential", "steps": [{ "id": "a", "command": "make", "transitions": { "failure_branch_ids": ["b"] } }, { "id": "b", "command": "make" }] }""");

    [Fact]
    public async Task Is_offered_for_what_is_an_item_alone()
    {
        Assert.Equal(["Remove 'zebra' from depends_on"], await Test.OfferedInFileAsync("""{ "steps": [{ "id": "b", "command": "make", "depends_on": ["zebra"] }] }"""));
        Assert.Empty(await Test.OfferedInFileAsync("""{ "steps": [{ "id": "b", "command": "make", "args": ["{{ b.stdout }}"] }] }"""));
    }

    [Theory]
    [InlineData(FixAllScope.Document)]
    [InlineData(FixAllScope.Project)]
    [InlineData(FixAllScope.Solution)]
    public Task Fix_all_removes_neighbours_in_one_pass(FixAllScope scope)
    {
        var before = PlanWith("""["a", "c", "b", "zebra"]""");
        return (Test with { RemainingErrors = scope is FixAllScope.Document ? ["PLAN0102", "PLAN0103"] : [] }).FixAllFilesAsync(
            RemoveItemFixProvider.Key, scope, [before, before], [PlanWith("""["b"]"""), scope is FixAllScope.Document ? before : PlanWith("""["b"]""")]);
    }

    private static string PlanWith(string dependencies) =>
        $$"""
        {
          "steps": [
            { "id": "a", "command": "make" },
            { "id": "b", "command": "make", "depends_on": ["a"] },
            { "id": "c", "command": "make", "depends_on": {{dependencies}} },
          ]
        }
        """;
}
