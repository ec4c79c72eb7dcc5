using System.Text.Json.Nodes;

namespace PlanDsl.Tests;

public sealed class InputTests
{
    private const string Declared = """
        { "inputs": { "day": { "type": "string" }, "count": { "type": "integer", "default": 2 }, "all": { "type": "boolean", "default": false } },
          "steps": [ { "id": "a", "call": "echo", "with": { "day": "{{ inputs.day }}", "count": "{{ inputs.count }}", "all": "{{ inputs.all }}", "text": "${day}/${count}" } } ] }
        """;

    private readonly FilePlan _plans = new();

    [Fact]
    public async Task Inputs_have_defaults_and_are_variables_too()
    {
        Assert.Equal("""a={"day":"monday","count":2,"all":false,"text":"monday/2"}""", await _plans.RunAsync(Declared, new() { ["day"] = "monday" }));
    }

    [Fact]
    public async Task A_text_for_an_input_of_another_type_is_read_as_one_of_that()
    {
        Assert.Equal(
            """a={"day":"7","count":12,"all":true,"text":"7/12"}""", await _plans.RunAsync(Declared, new() { ["day"] = "7", ["count"] = "12", ["all"] = "true" }));
    }

    [Fact]
    public void A_missing_input_is_named()
    {
        Assert.Contains("'day'", Assert.Throws<ArgumentException>(() => _plans.Start(Declared)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_input_of_another_type_is_refused()
    {
        var inputs = new JsonObject { ["day"] = "monday", ["count"] = "many" };

        Assert.Contains("'count'", Assert.Throws<ArgumentException>(() => _plans.Start(Declared, inputs)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_input_that_is_not_declared_is_refused()
    {
        var inputs = new JsonObject { ["day"] = "monday", ["cuont"] = 3 };

        Assert.Contains("did you mean 'count'?", Assert.Throws<ArgumentException>(() => _plans.Start(Declared, inputs)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("integer", "1e3", "1000")]
    [InlineData("integer", "1.0", "1")]
    [InlineData("integer", "-0", "0")]
    [InlineData("number", "1e3", "1000")]
    [InlineData("number", "1.50", "1.50")]
    [InlineData("number", "79228162514264337593543950335", "79228162514264337593543950335")]
    public async Task A_number_is_spelled_as_one_of_its_type_however_it_is_given(string type, string given, string spelled)
    {
        var text = FilePlan.Quoted($"{{ 'inputs': {{ 'n': {{ 'type': '{type}' }} }}, 'steps': [ {{ 'id': 'a', 'call': 'echo', 'with': {{ 'value': ['{{{{ inputs.n }}}}', '${{n}}'] }} }} ] }}");

        Assert.Equal($"a=[{spelled},\"{spelled}\"]", await _plans.RunAsync(text, new() { ["n"] = given }));
        Assert.Equal($"a=[{spelled},\"{spelled}\"]", await _plans.RunAsync(text, new() { ["n"] = JsonNode.Parse(given) }));
    }

    [Theory]
    [InlineData("integer", "9223372036854775808", "is 9223372036854775808, which is too large for an integer; give a smaller one.")]
    [InlineData("number", "1e-29", "is 1e-29, which has more digits than a number can have; give it with 28 at most.")]
    [InlineData("number", "1e29", "is 1e29, which has more digits than a number can have; give it with 28 at most.")]
    public void A_number_that_its_type_cannot_hold_is_refused(string type, string given, string fault)
    {
        var text = FilePlan.Quoted($"{{ 'inputs': {{ 'n': {{ 'type': '{type}' }} }}, 'steps': [ {{ 'id': 'a', 'call': 'echo' }} ] }}");

        Assert.Contains(fault, Assert.Throws<ArgumentException>(() => _plans.Start(text, new() { ["n"] = given })).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_plan_that_declares_none_takes_any_and_leaves_what_it_is_not_given()
    {
        var text = FilePlan.Steps("{ 'id': 'a', 'call': 'echo', 'with': { 'value': '${X} ${Y}' } }");

        Assert.Equal("""a="1 ${Y}" """.Trim(), await _plans.RunAsync(text, new() { ["X"] = 1 }));
    }

    [Fact]
    public async Task An_input_is_read_from_the_environment_where_it_is_not_given()
    {
        var name = $"PLANDSL_TEST_{Guid.NewGuid():N}";
        var text = FilePlan.Quoted($"{{ 'inputs': {{ 'token': {{ 'type': 'integer', 'from_env': '{name}' }} }}, 'steps': [ {{ 'id': 'a', 'call': 'echo', 'with': {{ 'value': '{{{{ inputs.token }}}}' }} }} ] }}");

        Assert.Contains(name, Assert.Throws<ArgumentException>(() => _plans.Start(text)).Message, StringComparison.Ordinal);
        Environment.SetEnvironmentVariable(name, "5");
        Assert.Equal("a=5", await _plans.RunAsync(text));
        Assert.Equal("a=6", await _plans.RunAsync(text, new() { ["token"] = 6 }));
        Environment.SetEnvironmentVariable(name, null);
    }

    [Fact]
    public void What_a_secret_was_given_is_not_told()
    {
        var text = FilePlan.Quoted("{ 'inputs': { 'pin': { 'type': 'integer', 'secret': true } }, 'steps': [ { 'id': 'a', 'call': 'echo' } ] }");

        Assert.DoesNotContain("hush", Assert.Throws<ArgumentException>(() => _plans.Start(text, new() { ["pin"] = "hush" })).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Variables_without_a_value_are_told_where_they_stand()
    {
        var text = FilePlan.Quoted("""
            {
              'steps': [
                { 'id': 'a', 'command': 'x', 'args': ['-v', '${ONE}'], 'env': { 'E': '{{ 1 }} ${TWO}' }, 'fallback': { 'type': 'agent', 'agent': { 'agent_id': 'y', 'prompt': 'Say ${THREE}', 'with': { 'k': { 'l': '${FOUR}' } } } } },
                { 'id': 'g', 'parallel': { 'steps': [{ 'agent_id': 'y', 'prompt': '\u00e9 ${FIVE}' }] } }
              ]
            }
            """);

        var findings = _plans.Parse(text).FindUnresolved();

        var lines = text.Split('\n');
        Assert.Equal(["${ONE}", "${TWO}", "${THREE}", "${FOUR}", "${FIVE}"], findings.Select(finding => lines[finding.Line - 1][(finding.Column - 1)..(finding.EndColumn - 1)]).Order(Comparer<string>.Create((one, other) => text.IndexOf(one, StringComparison.Ordinal) - text.IndexOf(other, StringComparison.Ordinal))));
    }

    [Fact]
    public void Variables_that_have_no_value_are_told()
    {
        var plan = _plans.Parse(FilePlan.Steps("{ 'id': 'a', 'call': 'echo', 'with': { 'value': ['${day} ${DYA} $${DAY}'] } }"));

        var findings = plan.FindUnresolved(new() { ["day"] = "monday", ["year"] = 1 });

        Assert.Equal("test.plan.json(1,71): warning PLAN0507: Variable 'DYA' in step 'a' has no value and stays as it is written; did you mean 'day'?", Assert.Single(findings).ToString());
    }

    [Fact]
    public void Variables_that_have_no_value_are_told_in_the_environment_of_all_commands()
    {
        var plan = _plans.Parse(FilePlan.Quoted("{ 'plan_id': 'p', 'globals': { 'env': { 'A': 'x ${DAY}' } }, 'steps': [{ 'id': 'a', 'command': 'make' }] }"));

        Assert.Equal(
            "test.plan.json(1,49): warning PLAN0507: Variable 'DAY' in env of plan 'p' has no value and stays as it is written; give it, or write $${ for a literal ${",
            Assert.Single(plan.FindUnresolved()).ToString());
        Assert.Empty(plan.FindUnresolved(new() { ["DAY"] = "monday" }));
    }

    [Fact]
    public async Task Constants_are_bindings_and_so_are_results()
    {
        var text = FilePlan.Quoted("{ 'bindings': { 'topic': { 'name': 'tides' } }, 'steps': [ { 'id': 'a', 'call': 'echo', 'with': { 'value': '{{ bindings.topic.name }}' } }, { 'id': 'b', 'call': 'echo', 'with': { 'value': '{{ bindings.a }}' } } ] }");

        Assert.Equal("""a="tides" b="tides" """.Trim(), await _plans.RunAsync(text));
    }
}
