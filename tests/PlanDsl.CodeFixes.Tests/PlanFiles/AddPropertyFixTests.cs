using Microsoft.CodeAnalysis.CodeFixes;
using PlanDsl.Testing.Internal;

namespace PlanDsl.CodeFixes.Tests;

public sealed class AddPropertyFixTests
{
    private static readonly CodeFixTest Test = Fixing.InFiles<AddPropertyFixProvider>();

    [Theory]
    [InlineData("""{ "command": "bin/Make.sh" }""", """{ "id": "make", "command": "bin/Make.sh" }""")]
    [InlineData("{\n      // How.\n      \"command\": \"make\"\n    }", "{\n      // How.\n      \"id\": \"make\",\n      \"command\": \"make\"\n    }")]
    [InlineData("""{ "command": "first" }""", """{ "id": "first_2", "command": "first" }""")]
    [InlineData("""{ "id": "ask", "agent": { "prompt": "Write" } }""", """{ "id": "ask", "agent": { "agent_id": "ask", "prompt": "Write" } }""")]
    [InlineData("""{ "id": "ask", "agent": {} }""", """{ "id": "ask", "agent": { "agent_id": "ask" } }""")]
    [InlineData("""{ "id": "w", "wait": { "timeout_sec": 3 } }""", """{ "id": "w", "wait": { "signal": "w", "timeout_sec": 3 } }""")]
    [InlineData("""{ "id": "ask", "type": "agent" }""", """{ "id": "ask", "type": "agent", "agent": { "agent_id": "ask" } }""")]
    [InlineData("""{ "id": "w", "type": "wait", }""", """{ "id": "w", "type": "wait", "wait": { "signal": "w" }, }""")]
    public Task Adds_it_where_and_as_it_would_be_written(string before, string after) =>
        Test.FixFileAsync(AddPropertyFixProvider.Key, PlanWith(before), PlanWith(after));

    [Fact]
    public Task Leaves_comments_and_line_endings_in_place() => Test.FixFileAsync(
        AddPropertyFixProvider.Key,
        "{\r\n  \"plan_id\": \"p\",\r\n  \"steps\": [\r\n    {\r\n      \"id\": \"ask\",\r\n      \"type\": \"agent\" // the writer\r\n    }\r\n  ]\r\n}",
        "{\r\n  \"plan_id\": \"p\",\r\n  \"steps\": [\r\n    {\r\n      \"id\": \"ask\",\r\n      \"type\": \"agent\", // the writer\r\n      \"agent\": { \"agent_id\": \"ask\" }\r\n    }\r\n  ]\r\n}");

    [Fact]
    public async Task Is_not_offered_where_nothing_can_be_guessed() =>
        Assert.Empty(await Test.OfferedInFileAsync(PlanWith("""{ "id": "g", "parallel": { "strategy": "all" } }""")));

    [Theory]
    [InlineData(FixAllScope.Document)]
    [InlineData(FixAllScope.Project)]
    [InlineData(FixAllScope.Solution)]
    public Task Fix_all_gives_each_step_an_id_of_its_own(FixAllScope scope) => Test.FixAllFilesAsync(
        AddPropertyFixProvider.Key, scope,
        ["""{ "steps": [{ "command": "make" }, { "command": "make", "args": ["test"] }] }"""],
        ["""{ "steps": [{ "id": "make", "command": "make" }, { "id": "make_2", "command": "make", "args": ["test"] }] }"""]);

    [Fact]
    public Task Fix_all_adds_a_status_to_every_step() => Test.FixAllFilesAsync(
        AddPropertyFixProvider.Key, FixAllScope.Document,
        ["""{ "steps": [{ "id": "a", "type": "agent", "agent": { "agent_id": "x" } }, { "id": "b", "type": "agent", "agent": { "agent_id": "x" } }] }"""],
        ["""{ "steps": [{ "id": "a", "type": "agent", "agent": { "agent_id": "x" }, "status": "pending" }, { "id": "b", "type": "agent", "agent": { "agent_id": "x" }, "status": "pending" }] }"""]);

    [Theory]
    [InlineData("[\n    {\n      \"id\": \"a\",\n      \"type\": \"agent\" // who\n    }\n  ]", "[\n    {\n      \"id\": \"a\",\n      \"type\": \"agent\", // who\n      \"status\": \"pending\",\n      \"agent\": { \"agent_id\": \"a\" }\n    }\n  ]")]
    [InlineData("[{ \"id\": \"a\", \"type\": \"agent\" }]", "[{ \"id\": \"a\", \"type\": \"agent\", \"status\": \"pending\", \"agent\": { \"agent_id\": \"a\" } }]")]
    [InlineData("[{ \"id\": \"a\", \"type\": \"agent\", }]", "[{ \"id\": \"a\", \"type\": \"agent\", \"status\": \"pending\", \"agent\": { \"agent_id\": \"a\" }, }]")]
    [InlineData("[\n    {\n      \"id\": \"a\",\n      \"type\": \"agent\" /* who\n      writes */\n    }\n  ]", "[\n    {\n      \"id\": \"a\",\n      \"type\": \"agent\", /* who\n      writes */\n      \"status\": \"pending\",\n      \"agent\": { \"agent_id\": \"a\" }\n    }\n  ]")]
    [InlineData("[\n    {\n      \"id\": \"a\",\n      \"type\": \"agent\" /* who */ }\n  ]", "[\n    {\n      \"id\": \"a\",\n      \"type\": \"agent\", /* who */\n      \"status\": \"pending\",\n      \"agent\": { \"agent_id\": \"a\" } }\n  ]")]
    public Task Fix_all_adds_several_to_one_object(string before, string after) => Test.FixAllFilesAsync(
        AddPropertyFixProvider.Key, FixAllScope.Document, [$"{{\n  \"steps\": {before}\n}}"], [$"{{\n  \"steps\": {after}\n}}"]);

    private static string PlanWith(string step) =>
        $$"""
        {
          "steps": [
            { "id": "first", "command": "make" },
            {{step}}
          ]
        }
        """;
}
