using System.Text.Json;
using System.Text.Json.Nodes;

namespace PlanDsl.Tests;

/// <summary>What paths of a plan file lead to while it runs.</summary>
public sealed class PathTests
{
    private static readonly JsonElement Orders = JsonElement.Parse("""{ "total": 12.50, "lines": [{ "sku": "A-1" }, 2], "name": "Grüße \"x\"", "half": "a\ud83d", "\ude00": 1, "\u0061b": 2 }""");

    private readonly FilePlan _plans = new();

    public PathTests()
    {
        _plans.Handlers.Add("orders", static (_, _) => new(Orders));
        _plans.Handlers.Add("nothing", static (_, _) => default);
    }

    [Theory]
    [InlineData("orders.total", "12.50")]
    [InlineData("orders.total == 12.5", "true")]
    [InlineData("orders.lines", """[{"sku":"A-1"},2]""")]
    [InlineData("orders.lines[1]", "2")]
    [InlineData("orders.name", "\"Grüße \\\"x\\\"\"")]
    [InlineData("orders.half", "\"a\\ud83d\"")]
    [InlineData("[orders.half]", "[\"a\\ud83d\"]")]
    [InlineData("orders.half == 'a\\ufffd'", "true")]
    [InlineData("orders['\\ufffd']", "1")]
    [InlineData("orders.ab", "2")]
    [InlineData("orders.none ?? 'd'", "\"d\"")]
    [InlineData("orders == orders", "true")]
    [InlineData("predict", "null")]
    [InlineData("predict.value ?? 'none'", "\"none\"")]
    [InlineData("bindings.orders.total", "12.50")]
    [InlineData("bindings['1-build']", "7")]
    [InlineData("bindings.topic", "\"tidal power\"")]
    [InlineData("bindings", """{"topic":"tidal power"}""")]
    [InlineData("inputs.level >= 3", "true")]
    [InlineData("inputs", """{"day":"2026-01-02","level":3,"elements":[{"id":1}]}""")]
    [InlineData("env.LC_ALL", "\"C\"")]
    [InlineData("item.id == 1 && index == 0", "true")]
    [InlineData("steps.build.status", "\"failed\"")]
    [InlineData("steps.build.error.kind == 'exception'", "true")]
    [InlineData("steps.mirrors[0].status", "\"succeeded\"")]
    [InlineData("steps['mirrors[0]'].error", "null")]
    [InlineData("steps.mirrors[0].error.kind ?? 'none'", "\"none\"")]
    [InlineData("[orders.total, 'x', null, true, [predict]]", "[12.50,\"x\",null,true,[null]]")]
    public async Task A_path_leads_to_its_value(string expression, string json)
    {
        var outcome = await Probe($"{{{{ {expression} }}}}");

        Assert.Null(outcome.Error);
        Assert.Equal(json, JsonValues.TextOf(outcome.Results!["probe"][0]));
    }

    [Theory]
    [InlineData("orders.totl", "'orders' has no member 'totl'; did you mean 'total'?")]
    [InlineData("predict.value", "'predict' is null, so there is no 'predict.value'; write ?? and a default if that may be")]
    [InlineData("orders.lines[2]", "'orders.lines' has 2 elements, so there is no [2]; elements are counted from 0")]
    public async Task A_path_that_leads_nowhere_says_where_it_might(string expression, string message)
    {
        var outcome = await Probe($"{{{{ {expression} }}}}");

        Assert.Equal(FailureKind.Binding, outcome.Error!.Kind);
        Assert.Contains(message, outcome.Error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("report_${day}.txt", "\"report_2026-01-02.txt\"")]
    [InlineData("${level} of {{ orders.lines }}", "\"3 of [{\\\"sku\\\":\\\"A-1\\\"},2]\"")]
    [InlineData("{{ orders.total }} ", "\"12.50 \"")]
    public async Task A_text_is_filled(string text, string filled) =>
        Assert.Equal(filled, JsonValues.TextOf((await Probe(text)).Results!["probe"][0]));

    private Task<PlanOutcome<PlanResults>> Probe(string text)
    {
        var plan = JsonNode.Parse("""
            {
              "inputs": { "day": { "type": "string" }, "level": { "type": "integer" }, "elements": { "type": "array" } },
              "bindings": { "topic": "tidal power" },
              "globals": { "env": { "LC_ALL": "C" } },
              "steps": [
                { "id": "orders", "call": "orders" },
                { "id": "predict", "call": "nothing" },
                { "id": "1-build", "call": "echo", "with": { "value": 7 } },
                { "id": "build", "call": "fail", "on_failure": "continue" },
                { "id": "mirrors", "type": "parallel", "parallel": { "steps": [ { "call": "echo" } ] } },
                { "id": "probe", "call": "echo", "for_each": "inputs.elements", "with": { "value": "PROBE" }, "depends_on": ["orders", "predict", "1-build", "build", "mirrors"] }
              ]
            }
            """)!.AsObject();
        plan["steps"]![5]!["with"]!["value"] = text;
        var inputs = new JsonObject { ["day"] = "2026-01-02", ["level"] = 3, ["elements"] = new JsonArray(new JsonObject { ["id"] = 1 }) };
        return _plans.OutcomeOf(plan.ToJsonString(), inputs);
    }
}
