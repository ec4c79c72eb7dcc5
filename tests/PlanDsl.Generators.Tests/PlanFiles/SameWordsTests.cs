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
}
