using System.Globalization;
using Microsoft.CodeAnalysis;
using PlanDsl.Model;
using PlanDsl.Model.Tests;

namespace PlanDsl.Cli.Tests;

/// <summary>A build says of a plan file what <c>plandsl validate</c> says of it: the same ids, places and words, of every file of the
/// corpus. What a build says besides needs a class to look at, or one to be declared.</summary>
public class SameAsBuildTests
{
    public static TheoryData<string> Broken => [.. Corpus.NamesIn("Broken")];

    public static TheoryData<string> Valid => [.. Corpus.NamesIn("Valid")];

    [Theory]
    [MemberData(nameof(Broken))]
    public async Task Of_a_broken_file(string name)
    {
        using var folder = new PlanFolder();
        var path = folder.Write(name + ".plan.json", Corpus.Read("Broken", name));

        var said = LinesOf((await ToolRun.OfAsync("validate", path)).Output, path);

        Assert.NotEmpty(said);
        Assert.Equal(said, await BuildAsync(path));
    }

    [Theory]
    [MemberData(nameof(Broken))]
    public async Task Of_a_broken_file_that_a_class_names(string name)
    {
        using var folder = new PlanFolder();
        var text = Corpus.Read("Broken", name);
        var path = folder.Write(name + ".plan.json", text);

        var said = LinesOf((await ToolRun.OfAsync("validate", path)).Output, path);

        Assert.Equal(said, await BuildAsync(path, CallingClass.Of(text, name + ".plan.json")));
    }

    [Theory]
    [MemberData(nameof(Valid))]
    public async Task Of_a_sound_file_both_say_nothing(string name)
    {
        using var folder = new PlanFolder();
        var path = folder.Write(Path.GetFileNameWithoutExtension(name) + ".plan.json", Corpus.Read("Valid", name));

        Assert.Empty(await BuildAsync(path));
        Assert.Empty(await BuildAsync(path, CallingClass.Of(Corpus.Read("Valid", name), Path.GetFileName(path))));
    }

    [Theory]
    [MemberData(nameof(Valid))]
    public async Task Of_a_sound_file_without_a_class_a_build_asks_for_the_methods_that_it_calls(string name)
    {
        using var folder = new PlanFolder();
        var text = Corpus.Read("Valid", name);
        var path = folder.Write(Path.GetFileNameWithoutExtension(name) + ".plan.json", text);

        var asked = (await BuildFindings.OfAsync([path])).Where(static diagnostic => diagnostic.GetMessage(CultureInfo.InvariantCulture).Contains("a plan file alone has no methods", StringComparison.Ordinal));

        var calls = CallingClass.CallsIn(PlanFileReader.Read(text, path).Model);
        Assert.Equal(calls.Select(static call => $"'{call.Name}'").Order(StringComparer.Ordinal), asked.Select(diagnostic => TextAt(diagnostic, text)).Order(StringComparer.Ordinal));
    }

    // What a step gives to a plan that asks for: an integer 'n' that must be given, and a string, a number and a truth value that need not.
    [Theory]
    [InlineData("PLAN0201", "")]
    [InlineData("PLAN0201", "'text': '', 'rate': 2")]
    [InlineData("PLAN0201", "'n': 1", "'command': 'false', 'fallback': { 'plan': 'inner' }")]
    [InlineData("PLAN0502", "'n': 1, 'nn': 2")]
    [InlineData("PLAN0502", "'n': 1, 'something_else': 2")]
    [InlineData("PLAN0502", "'n': 1", "'command': 'false', 'fallback': { 'plan': 'inner', 'with': { 'n': 1, 'xt': 2 } }")]
    [InlineData("PLAN0202", "'n': 'many'")]
    [InlineData("PLAN0202", "'n': ''")]
    [InlineData("PLAN0202", "'n': 1.5")]
    [InlineData("PLAN0202", "'n': 1e19")]
    [InlineData("PLAN0202", "'n': true")]
    [InlineData("PLAN0202", "'n': null")]
    [InlineData("PLAN0202", "'n': [1]")]
    [InlineData("PLAN0202", "'n': { 'a': 1 }")]
    [InlineData("PLAN0202", "'n': '{{ first }}'")]
    [InlineData("PLAN0202", "'n': '{{ first.exit_code == 0 }}'")]
    [InlineData("PLAN0202", "'n': 1, 'text': 2")]
    [InlineData("PLAN0202", "'n': 1, 'text': '{{ first.exit_code }}'")]
    [InlineData("PLAN0202", "'n': 1, 'rate': 1e-40")]
    [InlineData("PLAN0202", "'n': 1, 'rate': 'cheap'")]
    [InlineData("PLAN0202", "'n': 1, 'loud': 'yes'")]
    [InlineData("PLAN0202", "'n': 1, 'loud': 0")]
    [InlineData("PLAN0202", "'n': '{{ 1e400 }}'")]
    [InlineData("PLAN0202", "'n': '{{ 1.5 }}'")]
    [InlineData("PLAN0202", "'n': '{{ true }}'")]
    [InlineData("PLAN0202", "'n': '{{ null }}'")]
    [InlineData("PLAN0202", "'n': 1, 'rate': '{{ 1e-40 }}'")]
    [InlineData("PLAN0202", "'n': 1, 'text': '{{ 5 }}'")]
    [InlineData("PLAN0208", "'n': 1", "'command': 'echo', 'args': ['{{ item }}'], 'for_each': 'run'")]
    [InlineData("PLAN0208", "'n': 1", "'command': 'echo', 'args': ['{{ item }}'], 'for_each': 'run.a'")]
    [InlineData("PLAN0208", "'n': 1", "'command': 'echo', 'args': ['{{ item }}'], 'for_each': 'run.a.stdout'")]
    [InlineData("PLAN0208", "'n': 1", "'command': 'echo', 'args': ['{{ item }}'], 'for_each': 'run.a.exit_code'")]
    [InlineData("PLAN0208", "'n': 1", "'command': 'echo', 'args': ['{{ item }}'], 'for_each': 'bindings.run.a'")]
    [InlineData("PLAN0204", "'n': '{{ maybe }}'")]
    [InlineData("PLAN0106", "'n': 1", "'command': 'false', 'fallback': { 'plan': 'outer' }")]
    [InlineData("PLAN0106", "'n': 1", "'plan': 'outer'")]
    [InlineData("PLAN0008", "'n': 1", "'plan': 'two'")]
    [InlineData("PLAN0008", "'n': 1", "'command': 'false', 'fallback': { 'plan': 'two' }")]
    [InlineData("PLAN0207", "'n': 1", "'command': 'echo', 'args': ['{{ run.b }}']")]
    [InlineData("PLAN0207", "'n': 1", "'command': 'echo', 'args': ['{{ run.result.stdout }}']")]
    [InlineData("PLAN0207", "'n': 1", "'command': 'echo', 'args': ['x {{ run.a.stdot }}']")]
    [InlineData("PLAN0207", "'n': 1", "'command': 'echo', 'args': ['{{ run.a.stdout.length }}']")]
    [InlineData(null, "'n': 1", "'command': 'echo', 'args': ['{{ run.a.stdout }} {{ run.a.json.any }}', '{{ run }}']")]
    [InlineData(null, "'n': 1", "'command': 'echo', 'args': ['{{ item }}'], 'for_each': 'run.a.json'")]
    [InlineData(null, "'n': '{{ 1e3 }}', 'rate': '{{ 1.50 }}', 'loud': '{{ true }}', 'any': '{{ 1e400 }}'")]
    [InlineData(null, "'n': 1")]
    [InlineData(null, "'n': ' 12 ', 'text': '', 'rate': '1e3', 'loud': 'true'")]
    [InlineData(null, "'n': '{{ first.stdout }}', 'text': '{{ first.stdout }}${X}', 'rate': '{{ first.exit_code }}', 'loud': '{{ first.exit_code == 0 }}'")]
    [InlineData(null, "'n': '{{ first.json }}', 'text': '{{ first.json }}', 'any': [1], 'list': '{{ first.json }}'")]
    [InlineData(null, "'n': 1", "'plan': 'three'")]
    public async Task Of_a_file_that_runs_others(string? id, string with, string second = "'command': 'true'")
    {
        using var folder = new PlanFolder();
        var path = folder.Write("outer.plan.json", $$"""
            { "steps": [
              { "id": "first", "command": "true" },
              { "id": "maybe", "command": "true", "condition": "first.exit_code == 0" },
              { "id": "run", "plan": "inner", "with": { {{with.Replace('\'', '"')}} }, "depends_on": ["maybe"] },
              { "id": "second", {{second.Replace('\'', '"')}} } ] }
            """);
        string[] others =
        [
            folder.Write("inner.plan.json", """
                { "inputs": {
                    "n": { "type": "integer" }, "text": { "type": "string", "default": "x" }, "rate": { "type": "number", "default": 1 }, "loud": { "type": "boolean", "from_env": "LOUD" },
                    "any": { "default": 1 }, "list": { "type": "array", "default": [] }
                  },
                  "steps": [ { "id": "a", "command": "true" } ] }
                """),
            folder.Write("two.plan.json", """{ "steps": [ { "id": "a", "command": "false", "fallback": { "plan": "three" } } ] }"""),
            folder.Write("three.plan.json", """{ "steps": [ { "id": "a", "plan": "four" } ] }"""),
            folder.Write("four.plan.json", """{ "steps": [ { "id": "a", "command": "true" } ] }"""),
        ];

        var said = LinesOf((await ToolRun.OfAsync("validate", path)).Output, path);

        Assert.Equal(id is null ? [] : [id], said.Where(static line => !line.EndsWith(": valid", StringComparison.Ordinal)).Select(static line => line.Split(' ')[2].TrimEnd(':')));
        Assert.Equal(said, (await BuildAsync([path, .. others])).Where(line => line.StartsWith(path + "(", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("'id': 's#', 'comand': 'true'", "PLAN0502")]
    [InlineData("'id': 's#', 'command': 'true', 'depends_on': ['nobody#']", "PLAN0102")]
    [InlineData("'id': 's#', 'command': 'echo', 'args': ['{{ inputs.n < true }}']", "PLAN0510")]
    [InlineData("'id': 's#', 'command': 'echo', 'args': ['{{ inputs.n }} {{ a.b == }}']", "PLAN0510")]
    public async Task Of_more_findings_than_are_shown_both_show_the_same_and_count_the_others(string step, string id)
    {
        using var folder = new PlanFolder();
        var steps = Enumerable.Range(0, 1_500).Select(number => $"{{ {step.Replace("#", number.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)} }},\n");
        var path = folder.Write("many.plan.json", $"{{ 'inputs': {{ 'n': {{ 'type': 'integer' }} }}, 'steps': [\n{string.Concat(steps)}] }}".Replace('\'', '"'));

        var said = LinesOf((await ToolRun.OfAsync("validate", path)).Output, path);

        Assert.Equal(1_000, said.Count(line => line.Contains($" error {id}: ", StringComparison.Ordinal)));
        Assert.Contains(" error PLAN0508: There are 500 more findings of " + id, Assert.Single(said, static line => line.Contains("PLAN0508", StringComparison.Ordinal)), StringComparison.Ordinal);
        Assert.Equal(said, await BuildAsync(path));
    }

    private static string[] LinesOf(string output, string path) => BuildFindings.About(path, output.Split('\n'));

    private static Task<string[]> BuildAsync(string path, params string[] sources) => BuildAsync([path], sources);

    private static async Task<string[]> BuildAsync(string[] paths, params string[] sources) =>
        [.. (await BuildFindings.OfAsync(paths, sources)).Where(NeedsNoSymbols).Select(BuildFindings.Line).Order(StringComparer.Ordinal)];

    private static string TextAt(Diagnostic diagnostic, string text) =>
        "'" + text.Substring(diagnostic.Location.SourceSpan.Start, diagnostic.Location.SourceSpan.Length).Trim('"') + "'";

    // Which methods there are beside a file is known to a project alone. That no code could be written for a step is no finding of either, but a hole in both.
    private static bool NeedsNoSymbols(Diagnostic diagnostic) =>
        diagnostic.Id != RuleIds.StepBodyNotFound || diagnostic.GetMessage(CultureInfo.InvariantCulture).Contains("no code could be written", StringComparison.Ordinal);
}
