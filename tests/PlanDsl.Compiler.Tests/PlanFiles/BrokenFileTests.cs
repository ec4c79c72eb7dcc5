using PlanDsl.Model;
using PlanDsl.Testing.Internal;

namespace PlanDsl.Compiler.Tests;

/// <summary>Whatever stands in a file, and whatever in the class, a plan comes of it or a finding.</summary>
public class BrokenFileTests
{
    private const string Source = """
        public sealed record Line(string Sku, int Count);
        public sealed record Order(string Id, decimal Total, Line[] Lines, string? Note);

        [Plan] public partial class P
        {
            private Task<Order[]> FetchOrders(DateOnly day, CancellationToken ct, int most = 10) => null!;
            private static Order First(IReadOnlyList<Order> orders) => orders[0];
            private void Note(string? text) { }
        }
        """;

    private const string Whole = """
        { "plan_id": "x", "order": "dag", "globals": { "env": { "CI": "${WHO}" }, "default_retries": 1 }, "bindings": { "names": ["a"], "depth": 3, "map": { "a": null } },
          "inputs": { "WHO": { "type": "string", "default": "me" }, "day": { "type": "string" }, "files": { "type": "array", "from_env": "F" } },
          "steps": [
            { "id": "fetch", "call": "FetchOrders", "with": { "day": "{{ inputs.day }}", "most": 3 }, "retries": 2, "on_failure": "continue" },
            { "id": "first", "call": "First", "with": { "orders": "{{ fetch ?? [] }}" }, "condition": "steps.fetch.status == 'succeeded' && bindings.depth > 2" },
            { "id": "note", "call": "Note", "with": { "text": "{{ first.note ?? '' }} ${WHO}" }, "compensate": { "command": "undo", "args": ["{{ inputs.day }}"] } },
            { "id": "build", "command": "make", "args": ["{{ bindings.names }}", "-j{{ bindings.depth }}"], "cwd": "{{ env.CI }}", "env": { "A": "{{ env.CI }}" }, "shell": true, "fallback": { "agent": { "agent_id": "a", "prompt": "{{ env }}" } } },
            { "id": "each", "command": "e", "for_each": "inputs.files", "args": ["{{ item }}", "{{ index }}"], "repeat_until": "result.exit_code == 0 || iteration > 2", "max_iterations": 3 },
            { "id": "gather", "type": "parallel", "parallel": { "strategy": "all", "bindings": { "x": 1 }, "steps": [{ "id": "one", "result_key": "one", "command": "a", "args": ["{{ bindings.x }}"] }, { "agent_id": "b", "result_key": "two" }] } },
            { "id": "show", "command": "s", "args": ["{{ gather.one.stdout }}", "{{ each[0].stdout }}", "{{ build.stdout }}", "{{ inputs }}", "{{ bindings }}"], "depends_on": ["note"] },
            { "id": "ok", "wait": { "signal": "ok" } },
            { "id": "sub", "plan": "other", "with": { "branch": "{{ ok.branch }}" } } ] }
        """;

    private static readonly PlanCatalog Catalog = new([new("other", "global::Other") { Inputs = [new("branch", new("string", "string"), null)] }]);

    [Fact]
    public void Without_a_mistake_there_is_nothing_to_tell()
    {
        var plan = ReadFilePlan.Of(Whole, Source, Catalog);
        Assert.Empty(plan.FileFindings.Where(static finding => finding.Severity is FindingSeverity.Error).Select(static finding => finding.Message));
        Assert.True(plan.Spec.IsValid);
    }

    [Fact]
    public void Of_what_is_broken_in_any_way_there_is_a_plan_or_a_finding()
    {
        var compilation = TestCompilation.Create(Source);
        var random = new Random(17);
        for (var round = 0; round < 1_500; round++)
        {
            var json = Broken(random);
            var plan = round % 2 == 0 ? ReadFilePlan.Of(json, compilation, Catalog) : ReadFilePlan.Of(json, Catalog);
            Assert.True(plan.Spec.UnresolvedSteps.IsEmpty, $"Nothing is said of what could not be written:\n{json}");
            Assert.Equal(plan.Spec.Model.Steps.Count, plan.Spec.Steps.Count);
        }
    }

    // Some pieces are cut out, put elsewhere, or said twice.
    private static string Broken(Random random)
    {
        var json = Whole;
        for (var count = random.Next(1, 4); count > 0; count--)
        {
            var start = random.Next(json.Length);
            var length = Math.Min(random.Next(1, 12), json.Length - start);
            var piece = json.Substring(start, length);
            json = random.Next(3) switch
            {
                0 => json.Remove(start, length),
                1 => json.Remove(start, length).Insert(random.Next(json.Length - length), piece),
                _ => json.Insert(random.Next(json.Length), piece),
            };
        }

        return json;
    }
}
