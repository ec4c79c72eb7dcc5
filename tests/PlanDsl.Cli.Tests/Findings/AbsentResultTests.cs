namespace PlanDsl.Cli.Tests;

/// <summary>Paths through what may be absent, and into lists: a build and <c>plandsl validate</c> say the same of them, at every place where a path is read.</summary>
public class AbsentResultTests
{
    private const string Inner = """
        { "steps": [
          { "id": "always", "command": "true" },
          { "id": "maybe", "command": "true", "condition": "always.exit_code == 0" },
          { "id": "pair", "type": "parallel", "parallel": { "steps": [ { "id": "p", "command": "true" }, { "id": "q", "command": "true" } ] } },
          { "id": "unlike", "type": "parallel", "parallel": { "steps": [ { "command": "true" }, { "agent_id": "a" } ] } },
          { "id": "keys", "type": "parallel", "parallel": { "steps": [ { "result_key": "one", "command": "true" }, { "result_key": "two", "command": "true" } ] } },
          { "id": "some", "type": "parallel", "parallel": { "strategy": "best_effort", "steps": [ { "result_key": "one", "command": "true" }, { "result_key": "two", "command": "true" } ] } },
          { "id": "won", "type": "parallel", "parallel": { "strategy": "any", "steps": [ { "result_key": "one", "command": "true" }, { "result_key": "two", "agent_id": "a" } ] } },
          { "id": "late", "type": "parallel", "parallel": { "steps": [ { "result_key": "one", "command": "true" } ] }, "condition": "always.exit_code == 0" },
          { "id": "deep", "plan": "deepest" } ] }
        """;

    private const string Deepest = """
        { "steps": [ { "id": "a", "command": "true" }, { "id": "b", "command": "true", "condition": "a.exit_code == 0" }, { "id": "c", "command": "true", "on_failure": "continue" } ] }
        """;

    [Theory]
    [InlineData("PLAN0204", "'call': 'Take', 'with': { 'x': '{{ maybe.exit_code }}' }")]
    [InlineData("PLAN0204", "'call': 'Take', 'with': { 'x': { 'y': ['{{ maybe.exit_code }}'] } }")]
    [InlineData("PLAN0204", "'call': 'Take', 'with': { 'x': '{{ maybe.exit_code == 1 }}' }")]
    [InlineData("PLAN0204", "'call': 'Take', 'with': { 'x': '{{ said.any.thing }}' }")]
    [InlineData("PLAN0204", "'type': 'agent', 'agent': { 'agent_id': 'a', 'with': { 'x': '{{ maybe.stdout }}' } }")]
    [InlineData("PLAN0204", "'type': 'agent', 'agent': { 'agent_id': 'a', 'prompt': '{{ maybe.stdout }}' }")]
    [InlineData("PLAN0204", "'command': 'true', 'condition': 'maybe.exit_code == 0'")]
    [InlineData("PLAN0204", "'command': 'true', 'condition': 'maybe.exit_code != null'")]
    [InlineData("PLAN0204", "'command': 'true', 'condition': 'maybe.exit_code in [0, 1]'")]
    [InlineData("PLAN0204", "'command': 'true', 'condition': 'said.ok == true && maybe == null'")]
    [InlineData("PLAN0204", "'command': 'true', 'repeat_until': 'previous.exit_code == result.exit_code', 'max_iterations': 3")]
    [InlineData("PLAN0204", "'command': 'echo', 'args': ['{{ bindings.maybe.stdout }}']")]
    [InlineData("PLAN0204", "'command': 'false', 'fallback': { 'call': 'Take', 'with': { 'x': '{{ maybe.exit_code }}' } }")]
    [InlineData("PLAN0204", "'plan': 'deepest', 'with': { 'x': '{{ maybe.exit_code }}' }")]
    [InlineData(null, "'call': 'Take', 'with': { 'x': '{{ maybe }}', 'y': '{{ maybe.exit_code ?? 1 }}', 'z': '{{ first.exit_code }}' }")]
    [InlineData(null, "'command': 'true', 'condition': 'maybe == null || (maybe.exit_code ?? 1) == 0'")]
    public async Task Through_results_of_steps(string? id, string step) => await SameAsync(id, step);

    [Theory]
    [InlineData("PLAN0204", "'command': 'echo', 'args': ['{{ keyed.a.stdout }}']")]
    [InlineData("PLAN0204", "'command': 'echo', 'args': ['{{ keyed.a }}']")]
    [InlineData("PLAN0204", "'command': 'echo', 'args': ['{{ listed[0].stdout }}']")]
    [InlineData("PLAN0204", "'command': 'echo', 'args': ['{{ listed[0] }}']")]
    [InlineData("PLAN0204", "'command': 'echo', 'args': ['{{ unlike[1].any }}']")]
    [InlineData("PLAN0204", "'call': 'Take', 'with': { 'x': '{{ keyed.a.exit_code }}' }")]
    [InlineData("PLAN0204", "'command': 'true', 'condition': 'keyed.a.exit_code == 0'")]
    [InlineData("PLAN0204", "'command': 'true', 'condition': 'all_keyed.f.exit_code == 0'")]
    [InlineData("PLAN0204", "'command': 'echo', 'args': ['{{ item }}'], 'for_each': 'keyed.a.json'")]
    [InlineData("PLAN0204", "'command': 'echo', 'args': ['{{ item }}'], 'for_each': 'listed[0].json'")]
    [InlineData("PLAN0204", "'command': 'echo', 'args': ['{{ item.text }}'], 'for_each': 'asked'")]
    [InlineData("PLAN0204", "'command': 'echo', 'args': ['of {{ item }}'], 'for_each': 'asked'")]
    [InlineData("PLAN0204", "'command': 'echo', 'args': ['{{ item }}'], 'for_each': 'unlike'")]
    [InlineData("PLAN0204", "'command': 'echo', 'args': ['{{ item }}'], 'for_each': 'listed'")]
    [InlineData("PLAN0204", "'command': 'echo', 'env': { 'X': '{{ item }}' }, 'for_each': 'asked'")]
    [InlineData(null, "'call': 'Take', 'with': { 'x': '{{ item }}', 'y': '{{ index }}' }, 'for_each': 'asked'")]
    [InlineData(null, "'command': 'echo', 'args': ['{{ item ?? 1 }}', 'of {{ item ?? 2 }}'], 'for_each': 'asked'")]
    [InlineData(null, "'command': 'echo', 'args': ['{{ item.text ?? first.stdout }}'], 'for_each': 'asked'")]
    [InlineData(null, "'call': 'Take', 'with': { 'x': '{{ keyed.a }}', 'y': '{{ listed[0] }}', 'z': '{{ keyed.a.exit_code ?? 1 }}', 'w': '{{ all_keyed.e.exit_code }}' }")]
    [InlineData(null, "'command': 'true', 'condition': 'keyed.a == null || (listed[0].exit_code ?? 1) == 0'")]
    public async Task Through_members_that_a_group_can_be_without(string? id, string step) => await SameAsync(id, step);

    [Theory]
    [InlineData("PLAN0204", "'command': 'echo', 'args': ['{{ run.maybe.stdout }}']")]
    [InlineData("PLAN0204", "'command': 'echo', 'args': ['{{ run.maybe }}']")]
    [InlineData("PLAN0204", "'call': 'Take', 'with': { 'x': '{{ run.maybe }}' }")]
    [InlineData("PLAN0204", "'call': 'Take', 'with': { 'x': '{{ run.maybe.exit_code }}' }")]
    [InlineData("PLAN0204", "'command': 'true', 'condition': 'run.maybe == null'")]
    [InlineData("PLAN0204", "'command': 'true', 'condition': 'run.maybe.exit_code == 0'")]
    [InlineData("PLAN0204", "'command': 'echo', 'args': ['{{ run.deep.b.stdout }}']")]
    [InlineData("PLAN0204", "'command': 'echo', 'args': ['{{ run.deep.c.stdout }}']")]
    [InlineData("PLAN0204", "'command': 'echo', 'args': ['{{ item }}'], 'for_each': 'run.maybe.json'")]
    [InlineData("PLAN0204", "'command': 'echo', 'args': ['{{ runs[0].b.stdout }}']")]
    [InlineData("PLAN0204", "'plan': 'deepest', 'with': { 'x': '{{ run.maybe.stdout }}' }")]
    [InlineData("PLAN0207", "'command': 'echo', 'args': ['{{ run.deep.z }}']")]
    [InlineData("PLAN0207", "'command': 'echo', 'args': ['{{ run.pair.p }}']")]
    [InlineData("PLAN0207", "'command': 'echo', 'args': ['{{ run.pair[2].stdout }}']")]
    [InlineData("PLAN0207", "'command': 'echo', 'args': ['{{ run.pair[1].stdot ?? run.pair[0].stdout }}']")]
    [InlineData("PLAN0207", "'command': 'echo', 'args': ['{{ run.pair[0].stdout ?? run.pair[2].stdot }}']")]
    [InlineData(null, "'command': 'echo', 'args': ['{{ run.pair[2].stdout ?? 1 }}', '{{ run.unlike[7].any }}']")]
    [InlineData("PLAN0207", "'command': 'echo', 'args': ['{{ run.always.stdot ?? 1 }}']")]
    [InlineData("PLAN0308", "'command': 'true', 'condition': 'run.always.stdout == 1'")]
    [InlineData(null, "'command': 'echo', 'args': ['{{ run.maybe.stdout ?? run.always.stdout }}', '{{ run.always.stdout }}', '{{ run.pair[0].stdout }}', '{{ run.deep.a.stdout }}', '{{ run }}', '{{ runs[0].a.stdout }}']")]
    public async Task Through_results_of_a_sub_plan(string? id, string step) => await SameAsync(id, step);

    [Theory]
    [InlineData("PLAN0208", "'command': 'echo', 'args': ['{{ item }}'], 'for_each': 'run.keys'")]
    [InlineData("PLAN0208", "'command': 'echo', 'args': ['{{ item }}'], 'for_each': 'run.some'")]
    [InlineData("PLAN0207", "'command': 'echo', 'args': ['{{ run.keys.three }}']")]
    [InlineData("PLAN0207", "'command': 'echo', 'args': ['{{ run.keys.three ?? 1 }}']")]
    [InlineData("PLAN0207", "'command': 'echo', 'args': ['of {{ run.keys[0] }}']")]
    [InlineData("PLAN0207", "'command': 'echo', 'args': ['{{ bindings.run.some.on.stdout }}']")]
    [InlineData("PLAN0207", "'command': 'true', 'condition': 'run.keys.tow == 1'")]
    [InlineData("PLAN0207", "'call': 'Take', 'with': { 'x': '{{ run.keys[1] }}' }")]
    [InlineData("PLAN0207", "'command': 'echo', 'args': ['{{ item }}'], 'for_each': 'run.keys.three'")]
    [InlineData("PLAN0308", "'command': 'true', 'condition': 'run.keys'")]
    [InlineData("PLAN0204", "'command': 'echo', 'args': ['{{ run.late.one.stdout }}']")]
    [InlineData(null, "'command': 'echo', 'args': ['{{ run.keys }}', '{{ run.keys.one.stdout }}', '{{ run.some.two ?? 1 }}', '{{ run.won.any }}', '{{ run.late.one ?? 1 }}']")]
    [InlineData(null, "'command': 'echo', 'args': ['{{ item }}'], 'for_each': 'run.keys.one'")]
    public async Task Into_the_keyed_results_of_a_group_of_a_sub_plan(string? id, string step) => await SameAsync(id, step);

    [Theory]
    [InlineData("PLAN0204", "'command': 'echo', 'args': ['{{ steps.first.error.message }}']")]
    [InlineData("PLAN0204", "'command': 'true', 'condition': 'steps.first.error.kind == null'")]
    [InlineData("PLAN0204", "'call': 'Take', 'with': { 'x': '{{ steps.run.error.kind }}' }")]
    [InlineData("PLAN0204", "'command': 'false', 'fallback': { 'command': 'echo', 'args': ['{{ steps.maybe.error.kind }}'] }")]
    [InlineData("PLAN0204", "'command': 'echo', 'args': ['{{ steps.e.error.kind }}']")]
    [InlineData("PLAN0510", "'command': 'echo', 'args': ['Error: {{ steps.first.error }}']")]
    [InlineData("PLAN0207", "'command': 'echo', 'args': ['{{ steps.first.error.mesage }}']")]
    [InlineData(null, "'command': 'echo', 'args': ['{{ steps.first.error.message ?? 0 }}', '{{ steps.first.error == null }}', '{{ steps.first.error ?? 1 }}']")]
    [InlineData("PLAN0204", "'command': 'echo', 'args': ['{{ steps.said.error }}']")]
    [InlineData("PLAN0204", "'command': 'echo', 'args': ['of {{ steps.a.error }}']")]
    [InlineData("PLAN0204", "'call': 'Take', 'with': { 'x': 'of {{ steps.said.error }}' }")]
    [InlineData("PLAN0204", "'type': 'agent', 'agent': { 'agent_id': 'a', 'prompt': '{{ steps.said.error }}' }")]
    [InlineData(null, "'command': 'echo', 'args': ['{{ steps.said.error.message }}', '{{ steps.a.error.kind }}', '{{ steps.c.error.kind }}', '{{ steps.said.error ?? 1 }}', '{{ steps.said.error == null }}']")]
    [InlineData(null, "'command': 'echo', 'args': ['{{ steps.said.error }}'], 'condition': 'steps.said.status == \\\"failed\\\"'")]
    [InlineData(null, "'command': 'echo', 'args': ['{{ steps.said.error }}'], 'run_when': 'failure'")]
    [InlineData(null, "'command': 'false', 'fallback': { 'command': 'echo', 'args': ['{{ steps.said.error }}'] }")]
    [InlineData(null, "'call': 'Take', 'with': { 'x': '{{ steps.said.error }}', 'y': ['{{ steps.a.error }}'] }")]
    [InlineData(null, "'command': 'echo', 'args': ['{{ steps.first.error.message }}', '{{ steps.first.error }}'], 'run_when': 'failure'")]
    [InlineData(null, "'command': 'echo', 'args': ['{{ steps.first.error.message }}'], 'run_when': 'always'")]
    [InlineData(null, "'call': 'Take', 'with': { 'x': '{{ steps.first.error }}' }")]
    public async Task Into_errors(string? id, string step) => await SameAsync(id, step);

    [Theory]
    [InlineData("PLAN0207", "'command': 'echo', 'args': ['{{ sums.total }}']")]
    [InlineData("PLAN0207", "'call': 'Take', 'with': { 'x': '{{ sums.total }}' }")]
    [InlineData("PLAN0207", "'command': 'true', 'condition': '(sums.total ?? 1) == 1'")]
    [InlineData("PLAN0207", "'command': 'echo', 'args': ['{{ item }}'], 'for_each': 'sums.total'")]
    [InlineData("PLAN0207", "'command': 'echo', 'args': ['{{ sums[0].total }}']")]
    [InlineData("PLAN0207", "'command': 'echo', 'args': ['{{ called.total }}']")]
    [InlineData("PLAN0207", "'command': 'echo', 'args': ['{{ item.stdot }}'], 'for_each': 'pair'")]
    [InlineData("PLAN0204", "'command': 'echo', 'args': ['{{ item.stdout }}'], 'for_each': 'listed'")]
    [InlineData("PLAN0202", "'plan': 'typed', 'for_each': 'pair', 'with': { 'n': '{{ item }}' }")]
    [InlineData("PLAN0204", "'plan': 'typed', 'with': { 'n': '{{ listed[0] }}' }")]
    [InlineData(null, "'command': 'echo', 'args': ['{{ sums[0].stdout }}', '{{ sums[1].any }}', '{{ called[1].any }}', '{{ sums }}']")]
    [InlineData(null, "'command': 'echo', 'args': ['{{ item.stdout }}'], 'for_each': 'pair'")]
    [InlineData(null, "'plan': 'typed', 'for_each': 'pair', 'with': { 'n': '{{ item.exit_code }}' }")]
    public async Task Into_lists(string? id, string step) => await SameAsync(id, step);

    private static async Task SameAsync(string? id, string step)
    {
        using var folder = new PlanFolder();
        var path = folder.Write("outer.plan.json", $$"""
            { "steps": [
              { "id": "first", "command": "true" },
              { "id": "maybe", "command": "true", "condition": "first.exit_code == 0" },
              { "id": "said", "type": "agent", "agent": { "agent_id": "a" }, "on_failure": "continue" },
              { "id": "keyed", "type": "parallel", "parallel": { "strategy": "best_effort", "steps": [ { "id": "a", "result_key": "a", "command": "true" }, { "id": "b", "result_key": "b", "command": "true" } ] } },
              { "id": "listed", "type": "parallel", "parallel": { "strategy": "best_effort", "steps": [ { "id": "c", "command": "true" }, { "id": "d", "command": "true" } ] } },
              { "id": "unlike", "type": "parallel", "parallel": { "strategy": "best_effort", "steps": [ { "command": "true" }, { "agent_id": "a" } ] } },
              { "id": "asked", "type": "parallel", "parallel": { "strategy": "best_effort", "steps": [ { "agent_id": "a" }, { "agent_id": "b" } ] } },
              { "id": "all_keyed", "type": "parallel", "parallel": { "steps": [ { "id": "e", "result_key": "e", "command": "true" }, { "id": "f", "result_key": "f", "command": "true", "condition": "first.exit_code == 0" } ] } },
              { "id": "sums", "type": "parallel", "parallel": { "steps": [ { "command": "true" }, { "agent_id": "a" } ] } },
              { "id": "pair", "type": "parallel", "parallel": { "steps": [ { "command": "true" }, { "command": "true" } ] } },
              { "id": "called", "type": "parallel", "parallel": { "steps": [ { "command": "true" }, { "call": "Give" } ] } },
              { "id": "run", "plan": "inner" },
              { "id": "runs", "plan": "deepest", "for_each": "first.json" },
              { "id": "then", {{step.Replace('\'', '"')}} } ] }
            """);
        string[] others =
        [
            folder.Write("inner.plan.json", Inner),
            folder.Write("deepest.plan.json", Deepest),
            folder.Write("typed.plan.json", """{ "inputs": { "n": { "type": "integer" } }, "steps": [ { "id": "a", "command": "echo", "args": ["${n}"] } ] }"""),
        ];

        var said = BuildFindings.About(path, (await ToolRun.OfAsync("validate", path)).Output.Split('\n'));

        Assert.Equal(id is null ? [] : [id], said.Select(static line => line.Split(' ')[2].TrimEnd(':')));
        Assert.Equal(said, BuildFindings.About(path, (await BuildFindings.OfAsync([path, .. others])).Where(static finding => finding.Id != "PLAN0506").Select(BuildFindings.Line)));
    }
}
