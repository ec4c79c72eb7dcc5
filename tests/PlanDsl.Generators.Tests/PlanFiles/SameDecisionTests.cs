namespace PlanDsl.Generators.Tests;

/// <summary>Conditions read the environment of their step: the same of it, whether the file is compiled or interpreted.</summary>
public class SameDecisionTests
{
    [Theory]
    [InlineData("said yes", "'env': { 'LEVEL': '{{ inputs.level }}', 'DEEP': '{{ env.LEVEL }}/{{ env.STAGE }}', 'OF': '{{ first.exit_code }}' }, 'condition': 'env.DEEP == \"3/test\" && env.OF == \"0\" && env.LEVEL in [\"3\", \"4\"]'")]
    [InlineData("tell Skipped Condition", "'env': { 'STAGE': '{{ env.STAGE }} 2' }, 'condition': 'env.STAGE == \"test\"'")]
    [InlineData("said yes", "'env': { 'STAGE': '{{ env.STAGE }} 2' }, 'condition': 'env.STAGE == \"test 2\"'")]
    [InlineData("said yes", "'condition': 'env.WHERE == \"test/3\"'")]
    [InlineData("said yes", "'for_each': 'bindings.parts', 'env': { 'PART': '{{ item }}', 'LEVEL': '3' }, 'condition': 'env.LEVEL == \"3\"'")]
    [InlineData("'missing'", "'env': { 'OF': '{{ first.json.missing }}' }, 'condition': 'env.OF == \"0\"'")]
    [InlineData("tell Skipped Condition", "'env': { 'OF': '{{ first.json.missing }}', 'LEVEL': '2' }, 'condition': 'env.LEVEL == \"3\"'")]
    [InlineData("said 2", "'env': { 'TRY': '{{ iteration }}', 'BEFORE': '{{ previous.stdout ?? \"none\" }}' }, 'repeat_until': 'env.TRY == \"2\" && env.BEFORE == \"said 1\"', 'max_iterations': 4, 'args': ['said {{ env.TRY }}']")]
    [InlineData("said 2", "'for_each': 'bindings.parts', 'env': { 'PART': '{{ index }}', 'TRY': '{{ env.PART }}{{ iteration }}' }, 'repeat_until': 'env.TRY == \"02\" || env.TRY == \"11\"', 'max_iterations': 4, 'args': ['said {{ iteration }}']")]
    [InlineData("said 1", "'env': { 'TRY': '{{ iteration }}' }, 'repeat_until': 'env.WHERE == \"test/3\"', 'max_iterations': 2, 'args': ['said {{ env.TRY }}']")]
    public async Task Of_what_a_step_sets_for_itself(string said, string step)
    {
        var args = step.Contains("'args'", StringComparison.Ordinal) ? "" : ", 'args': ['said yes']";

        var record = await FileRun.SameAsync($$$"""
            {
              'globals': { 'env': { 'STAGE': 'test', 'WHERE': '{{ env.STAGE }}/{{ inputs.level }}' } },
              'inputs': { 'level': { 'type': 'integer', 'default': 3 } },
              'bindings': { 'parts': ['a', 'b'] },
              'steps': [
                { 'id': 'first', 'command': 'printf', 'args': ['{}'] },
                { 'id': 'tell', 'command': 'printf', {{{step}}}{{{args}}} }
              ]
            }
            """.Replace("\"", "\\\"", StringComparison.Ordinal).Replace('\'', '"'));

        Assert.Contains(said, record, StringComparison.Ordinal);
    }
}
