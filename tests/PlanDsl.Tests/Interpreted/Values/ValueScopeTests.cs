using System.Text.Json;
using PlanDsl.Model;

namespace PlanDsl.Tests;

public class ValueScopeTests
{
    private static readonly ValueScope Scope = new(new SampleRun())
    {
        Inputs = Members("""{ "day": "2026-01-02", "level": 3, "tags": ["a", "b c"] }"""),
        Bindings = Members("""{ "topic": "tidal power" }"""),
        Environment = Members("""{ "LC_ALL": "C" }"""),
        Locals = Members("""{ "item": { "id": 1 }, "index": 0 }"""),
    };

    private static readonly ExpressionEvaluator<JsonElement, JsonValueReader> Evaluator = new(default, Scope);

    [Theory]
    [InlineData("orders.total", "12.50")]
    [InlineData("orders.total == 12.5", "true")]
    [InlineData("orders.lines", """[{"sku":"A-1"},2]""")]
    [InlineData("orders.lines[1]", "2")]
    [InlineData("orders.name", "\"Grüße \\\"x\\\"\"")]
    [InlineData("orders.half", "\"a\\ud83d\"")]
    [InlineData("[orders.half]", "[\"a\\ud83d\"]")]
    [InlineData("orders.half == 'a\\ufffd'", "true")]
    [InlineData("predict", "null")]
    [InlineData("predict.value ?? 'none'", "\"none\"")]
    [InlineData("bindings.orders.total", "12.50")]
    [InlineData("bindings['1-build']", "7")]
    [InlineData("bindings.topic", "\"tidal power\"")]
    [InlineData("bindings", """{"topic":"tidal power"}""")]
    [InlineData("bindings.none ?? 1", "1")]
    [InlineData("inputs.level >= 3", "true")]
    [InlineData("inputs", """{"day":"2026-01-02","level":3,"tags":["a","b c"]}""")]
    [InlineData("inputs.none.x ?? 'd'", "\"d\"")]
    [InlineData("env.LC_ALL", "\"C\"")]
    [InlineData("item.id == 1 && index == 0", "true")]
    [InlineData("steps.build.status", "\"failed\"")]
    [InlineData("steps.build.error.kind == 'timeout'", "true")]
    [InlineData("steps.mirrors[0].status", "\"succeeded\"")]
    [InlineData("steps['mirrors[0]'].error", "null")]
    [InlineData("steps.mirrors[0].error.kind ?? 'none'", "\"none\"")]
    [InlineData("[orders.total, 'x', null, true, [predict]]", "[12.50,\"x\",null,true,[null]]")]
    public void A_path_leads_to_its_value(string text, string json)
    {
        var value = Evaluator.Evaluate(Expression.Parse(text).Root!);
        Assert.Null(value.Fault);
        Assert.Equal(json, JsonValues.TextOf(value.Value));
    }

    [Theory]
    [InlineData("ordrs.total", "there is nothing named 'ordrs'; did you mean 'orders'?")]
    [InlineData("orders.totl", "'orders' has no member 'totl'; did you mean 'total'?")]
    [InlineData("inputs.dya", "'inputs' has no member 'dya'; did you mean 'day'?")]
    [InlineData("bindings.ordrs", "'bindings' has no member 'ordrs'; did you mean 'orders'?")]
    [InlineData("env.PATH", "'env' has no member 'PATH'; write a name that the plan declares")]
    [InlineData("steps.biuld.status", "there is no step 'biuld'; did you mean 'build'?")]
    [InlineData("steps.build.result", "of a step only its status and its error are read; write steps.build.status, and a result by its result_key")]
    [InlineData("steps.build", "'steps' is read as steps.build.status or steps.build.error; name a step and one of the two")]
    [InlineData("predict.value", "'predict' is null, so there is no 'predict.value'; write ?? and a default if that may be")]
    public void A_path_that_leads_nowhere_says_where_it_might(string text, string message) =>
        Assert.Equal(message, Evaluator.Evaluate(Expression.Parse(text).Root!).Fault?.Message);

    [Theory]
    [InlineData("report_${day}.txt", "report_2026-01-02.txt")]
    [InlineData("${level} of {{ orders.lines }} ${unset}", """3 of [{"sku":"A-1"},2] ${unset}""")]
    [InlineData("{{ orders.name }}", "Grüße \"x\"")]
    public void A_template_is_filled(string text, string filled) => Assert.Equal(filled, Evaluator.FillText(Template.Parse(text)).Value);

    [Fact]
    public void An_array_of_an_input_becomes_arguments() =>
        Assert.Equal(["a", "b c"], Evaluator.FillArguments(Template.Parse("{{ inputs.tags }}")).Value);

    [Fact]
    public void A_filled_value_keeps_its_type()
    {
        Assert.Equal(JsonValueKind.Number, Evaluator.Fill(Template.Parse("{{ orders.total }}")).Value.ValueKind);
        Assert.Equal(JsonValueKind.String, Evaluator.Fill(Template.Parse("{{ orders.total }} ")).Value.ValueKind);
        Assert.Equal("null", JsonValues.TextOf(Evaluator.Fill(Template.Parse("{{ predict }}")).Value));
    }

    [Fact]
    public void A_string_that_is_half_a_character_is_still_a_string() =>
        Assert.Equal("\"a�\"", JsonValues.TextOf(Evaluator.Evaluate(new LiteralExpression(ValueKind.String, "a\ud83d")).Value));

    private static Dictionary<string, JsonElement> Members(string json) =>
        JsonElement.Parse(json).EnumerateObject().ToDictionary(static member => member.Name, static member => member.Value, StringComparer.Ordinal);
}
