using Microsoft.CodeAnalysis;
using PlanDsl.Model;
using PlanDsl.Testing.Internal;

namespace PlanDsl.Analyzers.Tests;

public sealed class PlanFileAnalyzerTests
{
    [Fact]
    public Task Reports_what_is_wrong_at_the_token_that_is() => VerifyFile.ReportsAsync(
        """
        {
          // The slip of a key.
          "steps": [
            { "id": "build", "command": "make" },
            { "id": "test", "command": "make", "depends_on": [{|PLAN0102:"bild"|}], {|PLAN0502:"retrys"|}: 3 },
          ],
        }
        """,
        "Step 'test' depends on 'bild', which is no step of this plan; did you mean 'build'?",
        "'retrys' is no property of step 'test'; did you mean 'retries'?");

    [Fact]
    public Task Reports_a_name_within_a_string() => VerifyFile.ReportsAsync(
        """{ "steps": [{ "id": "build", "command": "make" }, { "id": "show", "command": "echo", "args": ["\u00e9 {{ {|PLAN0201:biuld|}.stdout }}"] }] }""",
        "No step produces 'biuld', which reference 'biuld.stdout' of step 'show' binds; did you mean 'build'?");

    [Fact]
    public async Task Shows_the_other_edges_of_a_circle_in_the_file()
    {
        var diagnostics = await VerifyFile.RunAsync(
            """
            {
              "steps": [
                { "id": "a", "command": "make", "depends_on": [{|related:"c"|}] },
                { "id": "b", "command": "make", "depends_on": [{|related:"a"|}] },
                { "id": "c", "command": "make", "depends_on": [{|PLAN0101:"b"|}] }
              ]
            }
            """);

        var cycle = Assert.Single(diagnostics);
        Assert.Equal([2, 3], cycle.AdditionalLocations.Select(static location => location.GetLineSpan().StartLinePosition.Line).Order());
    }

    [Fact]
    public Task Accepts_other_files() => (VerifyFile.Test with { Files = [new("/src/settings.json", "{ not json }"), new("/src/notes.md", "{ not json }")] }).RunAsync();

    [Fact]
    public Task Reports_where_no_code_stands_beside_the_file_and_no_runtime_is_referenced() =>
        (VerifyFile.Test with { References = TestReferences.Platform, Files = [new("/src/build.plan.json", "{|PLAN0503:7|}")] }).RunAsync();

    [Fact]
    public async Task Has_the_severity_that_the_finding_has()
    {
        var diagnostics = await VerifyFile.RunAsync(
            """
            {
              {|PLAN0502:"stepz"|}: [],
              "steps": [
                { "id": "a", "command": "make" },
                { "id": "b", "command": "make", "depends_on": ["a"] },
                { "id": "c", "command": "make", "depends_on": [{|PLAN0104:"a"|}, "b"] }
              ]
            }
            """);

        Assert.Equal([DiagnosticSeverity.Warning, DiagnosticSeverity.Info], diagnostics.Select(static diagnostic => diagnostic.Severity));
    }

    [Fact]
    public Task Says_nothing_of_variables_whose_values_a_build_cannot_know() => VerifyFile.ReportsAsync(
        """{ "steps": [{ "id": "merge", "command": "git", "args": ["merge", "${BRANCH}"] }] }""");

    [Fact]
    public Task Is_not_silenced_by_NoWarn_where_the_plan_is_invalid() =>
        (VerifyFile.Test with { NoWarn = [RuleIds.WrongType, RuleIds.RedundantDependency], Files = [new("/src/a.plan.json", """{ "steps": {|PLAN0503:{|}} }""")] }).RunAsync();

    [Fact]
    public async Task Lines_are_those_of_the_compiler()
    {
        var diagnostics = await VerifyFile.RunAsync("{\r\n\r\n/* \u2028 */\"steps\":[{\"id\":\"a\",{|PLAN0502:\"comand\"|}:\"x\",\n\"command\":\"make\"}]}");

        Assert.Equal(new FileLinePositionSpan("/src/test.plan.json", new(3, 22), new(3, 30)), Assert.Single(diagnostics).Location.GetLineSpan());
    }
}
