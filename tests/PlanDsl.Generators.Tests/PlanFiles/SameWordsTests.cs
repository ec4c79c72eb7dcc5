namespace PlanDsl.Generators.Tests;

/// <summary>What failures say to those who wrote a plan file, compiled or interpreted.</summary>
public class SameWordsTests
{
    [Fact]
    public async Task A_question_ends_as_one()
    {
        var record = await FileRun.SameAsync("""
            { "steps": [ { "id": "a", "command": "printf", "args": ["{\"name\": 1}"] }, { "id": "b", "command": "printf", "args": ["{{ a.json.nam }}"] } ] }
            """);

        Assert.Contains("did you mean 'name'?", record, StringComparison.Ordinal);
        Assert.DoesNotContain("?.", record, StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_parameter_of_ours_is_named()
    {
        var run = new FileRun("""
            { "steps": [ { "id": "a", "command": "printf", "args": ["many"] }, { "id": "b", "plan": "inner", "with": { "n": "{{ a.stdout }}" } } ] }
            """)
        {
            Others = [("inner.plan.json", """{ "plan_id": "inner", "inputs": { "n": { "type": "integer" } }, "steps": [ { "id": "c", "command": "true" } ] }""")],
        };

        var record = await run.SameAsync();

        Assert.Contains("gives plan 'inner'", record, StringComparison.Ordinal);
        Assert.DoesNotContain("(Parameter", record, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{ "id": "a", "command": "true", "for_each": "inputs.list" }""", "In 'for_each' of step 'a': input 'list' was not given; give it (--var list=…).")]
    [InlineData("""{ "id": "a", "command": "echo", "args": ["{{ inputs.list }}"] }""", "In 'args' of step 'a': input 'list' was not given; give it (--var list=…), or write a default: inputs.list ?? ….")]
    [InlineData("""{ "id": "a", "plan": "inner", "with": { "l": "{{ inputs.list }}" } }""", "In 'with' of step 'a': input 'list' was not given; give it (--var list=…), or write a default: inputs.list ?? ….")]
    [InlineData("""{ "id": "a", "command": "true", "condition": "inputs.list == 1" }""", "input 'list' was not given; give it (--var list=…), or write a default: inputs.list ?? …")]
    public async Task Of_an_input_that_was_not_given_a_default_is_proposed_where_one_may_stand(string step, string message)
    {
        var run = new FileRun($$"""{ "steps": [ {{step}} ] }""")
        {
            Others = [("inner.plan.json", """{ "inputs": { "l": { "type": "array" } }, "steps": [ { "id": "c", "command": "true" } ] }""")],
        };

        var record = await run.SameAsync();

        Assert.Contains(message, record, StringComparison.Ordinal);
        Assert.DoesNotContain("has no member", record, StringComparison.Ordinal);
    }
}
