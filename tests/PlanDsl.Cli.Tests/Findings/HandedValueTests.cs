namespace PlanDsl.Cli.Tests;

/// <summary>What a step gives to the inputs of another plan file: a build and <c>plandsl validate</c> tell of every value that no run could take, in the same
/// words, and of no other.</summary>
public class HandedValueTests
{
    private const string Inner = """
        { "inputs": {
            "l": { "type": "array", "default": [] }, "o": { "type": "object", "default": {} }, "t": { "type": "string", "default": "" },
            "n": { "type": "integer", "default": 1 }, "b": { "type": "boolean", "default": true }, "any": { "default": 1 }
          },
          "steps": [ { "id": "a", "command": "echo", "args": ["{}"] }, { "id": "e", "command": "true", "for_each": "inputs.l" },
            { "id": "g", "type": "parallel", "parallel": { "steps": [ { "result_key": "one", "command": "true" }, { "result_key": "two", "command": "true" } ] } } ] }
        """;

    [Theory]
    [InlineData("'l': {}", "'l' of step 'give' takes 'array', but an object is written; write an array")]
    [InlineData("'l': 5", "'l' of step 'give' takes 'array', but 5 is a number; write an array")]
    [InlineData("'l': true", "'l' of step 'give' takes 'array', but true is a boolean; write an array")]
    [InlineData("'l': null", "'l' of step 'give' takes 'array', but null is written; write an array")]
    [InlineData("'l': 'abc'", "'l' of step 'give' takes 'array', but 'abc' is a string; write an array")]
    [InlineData("'l': ''", "'l' of step 'give' takes 'array', but '' is a string; write an array")]
    [InlineData("'l': '{}'", "'l' of step 'give' takes 'array', but '{}' is a string; write an array")]
    [InlineData("'l': '5'", "'l' of step 'give' takes 'array', but 5 is a number; write an array")]
    [InlineData("'o': []", "'o' of step 'give' takes 'object', but an array is written; write an object")]
    [InlineData("'o': ['{{ c }}']", "'o' of step 'give' takes 'object', but an array is written; write an object")]
    [InlineData("'o': 'abc'", "'o' of step 'give' takes 'object', but 'abc' is a string; write an object")]
    [InlineData("'o': '{{ null }}'", "'o' of step 'give' takes 'object', but null is written; write an object")]
    [InlineData("'o': '{{ 5 }}'", "'o' of step 'give' takes 'object', but 5 is a number; write an object")]
    [InlineData("'t': '{{ null }}'", "'t' of step 'give' takes 'string', but null is written; write a string")]
    [InlineData("'t': {}", "'t' of step 'give' takes 'string', but an object is written; write a string")]
    public Task Of_what_is_written(string with, string message) => SameAsync(with, "PLAN0202: Input " + message);

    // A run reads such a text to the letter, and not as a plan file.
    [Theory]
    [InlineData("'l': '[1, 2,]'", "'l' of step 'give' takes 'array', but '[1, 2,]' is a string, and no JSON because of a comma with nothing behind it; write an array")]
    [InlineData("'l': '[[1,], 2]'", "'l' of step 'give' takes 'array', but '[[1,], 2]' is a string, and no JSON because of a comma with nothing behind it; write an array")]
    [InlineData("'l': '[] // c'", "'l' of step 'give' takes 'array', but '[] // c' is a string, and no JSON because of its comment; write an array")]
    [InlineData("'l': '{} // c'", "'l' of step 'give' takes 'array', but '{} // c' is a string; write an array")]
    [InlineData("'o': '{ /*c*/ }'", "'o' of step 'give' takes 'object', but '{ /*c*/ }' is a string, and no JSON because of its comment; write an object")]
    [InlineData("'n': '5 // five'", "'n' of step 'give' takes 'long', but '5 // five' is a string, and no JSON because of its comment; write a number that it holds")]
    [InlineData("'l': '\\ufeff[]'", "'l' of step 'give' takes 'array', but '\\ufeff[]' is a string, and no JSON because of the byte order mark before it; write an array")]
    [InlineData("'b': '/**/ true'", "'b' of step 'give' takes 'bool', but '/**/ true' is a string, and no JSON because of its comment; write true or false")]
    public Task Of_texts_that_a_plan_file_could_have_and_JSON_not(string with, string message) => SameAsync(with, "PLAN0202: Input " + message);

    [Theory]
    [InlineData("'l': '{{ bindings.o }}'", "'l' of step 'give' takes 'array', but 'bindings.o' is 'object'; change one of the two types")]
    [InlineData("'l': '{{ bindings.o.in }}'", "'l' of step 'give' takes 'array', but 'bindings.o.in' is 'object'; change one of the two types")]
    [InlineData("'l': '{{ bindings.n }}'", "'l' of step 'give' takes 'array', but 'bindings.n' is 'long'; change one of the two types")]
    [InlineData("'l': '{{ bindings.nothing }}'", "'l' of step 'give' takes 'array', but 'bindings.nothing' is null; write an array")]
    [InlineData("'o': '{{ bindings.l }}'", "'o' of step 'give' takes 'object', but 'bindings.l' is 'array'; change one of the two types")]
    [InlineData("'o': '{{ inputs.list }}'", "'o' of step 'give' takes 'object', but 'inputs.list' is 'array'; change one of the two types")]
    [InlineData("'o': '{{ [1, 2] }}'", "'o' of step 'give' takes 'object', but '[1, 2]' is 'array'; change one of the two types")]
    [InlineData("'n': '{{ bindings.o }}'", "'n' of step 'give' takes 'long', but 'bindings.o' is 'object'; change one of the two types")]
    [InlineData("'n': '{{ bindings.o.no }}'", "'n' of step 'give' takes 'long', but 'bindings.o.no' is 'bool'; change one of the two types")]
    [InlineData("'t': '{{ inputs.list }}'", "'t' of step 'give' takes 'string', but 'inputs.list' is 'array'; change one of the two types")]
    [InlineData("'t': '{{ bindings.nothing }}'", "'t' of step 'give' takes 'string', but 'bindings.nothing' is null; write a string")]
    [InlineData("'b': '{{ [true] }}'", "'b' of step 'give' takes 'bool', but '[true]' is 'array'; change one of the two types")]
    [InlineData("'n': '{{ bindings.s }}'", "'n' of step 'give' takes 'long', but 'abc' in 'bindings.s' is a string; write a number that it holds")]
    [InlineData("'n': '{{ bindings.half }}'", "'n' of step 'give' takes 'long', but 5.5 in 'bindings.half' is none of its values; write a number that it holds")]
    [InlineData("'l': '{{ bindings.open }}'", "'l' of step 'give' takes 'array', but '[1,]' in 'bindings.open' is a string, and no JSON because of a comma with nothing behind it; write an array")]
    [InlineData("'b': '{{ bindings.in.text }}'", "'b' of step 'give' takes 'bool', but 'yes' in 'bindings.in.text' is a string; write true or false")]
    [InlineData("'l': '{{ bindings.s }}'", "'l' of step 'give' takes 'array', but 'abc' in 'bindings.s' is a string; write an array")]
    [InlineData("'l': '{{ bindings.five }}'", "'l' of step 'give' takes 'array', but 5 in 'bindings.five' is a number; write an array")]
    public Task Of_constants_and_inputs(string with, string message) => SameAsync(with, "PLAN0202: Input " + message);

    [Theory]
    [InlineData("'l': '{{ inputs }}'", "'l' of step 'give' takes 'array', but 'inputs' is 'object'; change one of the two types")]
    [InlineData("'l': '{{ bindings }}'", "'l' of step 'give' takes 'array', but 'bindings' is 'object'; change one of the two types")]
    [InlineData("'l': '{{ env }}'", "'l' of step 'give' takes 'array', but 'env' is 'object'; change one of the two types")]
    [InlineData("'t': '{{ inputs }}'", "'t' of step 'give' takes 'string', but 'inputs' is 'object'; change one of the two types")]
    [InlineData("'n': '{{ bindings }}'", "'n' of step 'give' takes 'long', but 'bindings' is 'object'; change one of the two types")]
    [InlineData("'b': '{{ env }}'", "'b' of step 'give' takes 'bool', but 'env' is 'object'; change one of the two types")]
    public Task Of_all_inputs_constants_and_variables_which_are_objects(string with, string message) => SameAsync(with, "PLAN0202: Input " + message);

    [Theory]
    [InlineData("'l': 'a {{ inputs }}'", "'l' of step 'give' takes 'array', but a text is made here that begins with 'a '; write an array")]
    [InlineData("'l': 'a ${x}'", "'l' of step 'give' takes 'array', but a text is made here that begins with 'a '; write an array")]
    [InlineData("'l': '{{ c.stdout }} z '", "'l' of step 'give' takes 'array', but a text is made here that ends with ' z '; write an array")]
    [InlineData("'o': '[{{ c.exit_code }}]'", "'o' of step 'give' takes 'object', but a text is made here that begins with '['; write an object")]
    [InlineData("'o': '{{ c.stdout }}]'", "'o' of step 'give' takes 'object', but a text is made here that ends with ']'; write an object")]
    [InlineData("'n': 'v{{ c.exit_code }}'", "'n' of step 'give' takes 'long', but a text is made here that begins with 'v'; write a number that it holds")]
    [InlineData("'n': '{{ c.exit_code }} s'", "'n' of step 'give' takes 'long', but a text is made here that ends with ' s'; write a number that it holds")]
    [InlineData("'b': 'yes{{ c.stdout }}'", "'b' of step 'give' takes 'bool', but a text is made here that begins with 'yes'; write true or false")]
    [InlineData("'l': '\\ufeff{{ c.stdout }}'", "'l' of step 'give' takes 'array', but a text is made here that begins with '\\ufeff'; write an array")]
    public Task Of_texts_around_what_is_inserted(string with, string message) => SameAsync(with, "PLAN0202: Input " + message);

    [Theory]
    [InlineData("'l': '{{ c }}'", "'l' of step 'give' takes 'array', but 'c' is 'CommandResult'; change one of the two types")]
    [InlineData("'l': '{{ c.exit_code }}'", "'l' of step 'give' takes 'array', but 'c.exit_code' is 'int'; change one of the two types")]
    [InlineData("'l': '{{ c.exit_code == 0 }}'", "'l' of step 'give' takes 'array', but 'c.exit_code == 0' is 'bool'; change one of the two types")]
    [InlineData("'l': '{{ keyed }}'", "'l' of step 'give' takes 'array', but 'keyed' is 'object'; change one of the two types")]
    [InlineData("'t': '{{ keyed }}'", "'t' of step 'give' takes 'string', but 'keyed' is 'object'; change one of the two types")]
    [InlineData("'o': '{{ pair }}'", "'o' of step 'give' takes 'object', but 'pair' is 'CommandResult[]'; change one of the two types")]
    [InlineData("'o': '{{ each }}'", "'o' of step 'give' takes 'object', but 'each' is 'CommandResult[]'; change one of the two types")]
    [InlineData("'l': '{{ run }}'", "'l' of step 'give' takes 'array', but 'run' is 'InnerPlan.Results'; change one of the two types")]
    [InlineData("'l': '{{ run.a }}'", "'l' of step 'give' takes 'array', but 'run.a' is 'CommandResult'; change one of the two types")]
    [InlineData("'o': '{{ run.e }}'", "'o' of step 'give' takes 'object', but 'run.e' is 'CommandResult[]'; change one of the two types")]
    [InlineData("'l': '{{ run.g }}'", "'l' of step 'give' takes 'array', but 'run.g' is 'object'; change one of the two types")]
    [InlineData("'t': '{{ run.g }}'", "'t' of step 'give' takes 'string', but 'run.g' is 'object'; change one of the two types")]
    [InlineData("'n': '{{ run.g }}'", "'n' of step 'give' takes 'long', but 'run.g' is 'object'; change one of the two types")]
    public Task Of_results(string with, string message) => SameAsync(with, "PLAN0202: Input " + message);

    [Theory]
    [InlineData("'l': '{{ maybe.json }}'", "PLAN0204: Reference 'maybe.json' of step 'give' needs a value, but 'maybe' may be absent, because step 'maybe' is skipped when its condition does not hold")]
    [InlineData("'l': '{{ perhaps }}'", "PLAN0204: Reference 'perhaps' of step 'give' takes 'array', but 'perhaps' may be absent, because group 'perhaps' is skipped when its condition does not hold")]
    [InlineData("'n': '{{ said }}'", "PLAN0204: Reference 'said' of step 'give' takes 'long', but 'said' may be absent, because the plan goes on when step 'said' fails")]
    [InlineData("'l': '{{ said }}'", "PLAN0204: Reference 'said' of step 'give' takes 'array', but 'said' may be absent, because the plan goes on when step 'said' fails")]
    [InlineData("'o': '{{ maybe }}'", "PLAN0204: Reference 'maybe' of step 'give' takes 'object', but 'maybe' may be absent, because step 'maybe' is skipped when its condition does not hold")]
    [InlineData("'l': '{{ maybe }}'", "PLAN0204: Reference 'maybe' of step 'give' takes 'array', but 'maybe' may be absent, because step 'maybe' is skipped when its condition does not hold")]
    [InlineData("'o': '{{ steps.said.error }}'", "PLAN0204: Reference 'steps.said.error' of step 'give' takes 'object', but 'steps.said.error' may be absent, because there is none unless step 'said' has failed; ask in a condition whether it has failed, or say what to take then: steps.said.error ?? …")]
    [InlineData("'n': '{{ steps.said.error }}'", "PLAN0202: Input 'n' of step 'give' takes 'long', but 'steps.said.error' is 'object'; change one of the two types")]
    public Task Of_what_may_be_absent(string with, string message) => SameAsync(with, message);

    [Theory]
    [InlineData("'l': [], 'o': {}")]
    [InlineData("'l': ['{{ c }}', 1], 'o': { 'x': '{{ c }}' }")]
    [InlineData("'l': '[1, 2]', 'o': '{ }'")]
    [InlineData("'l': '[{{ c.exit_code }}]', 'o': '{{ c.stdout }}', 't': '{{ c.stdout }}'")]
    [InlineData("'l': '{{ bindings.l }}', 'o': '{{ bindings.o }}'")]
    [InlineData("'n': '{{ bindings.five }}'")]
    [InlineData("'n': '{{ bindings.round }}'")]
    [InlineData("'o': '{{ inputs }}', 'any': '{{ bindings }}'")]
    [InlineData("'o': '{{ bindings }}', 't': 'all: {{ inputs }}'")]
    [InlineData("'o': '{{ env }}', 't': '{{ inputs ?? 1 }} {{ env }}'")]
    [InlineData("'l': ' \\n[{{ c.exit_code }}] ', 'o': ' {\\u0022a\\u0022: {{ c.exit_code }}} ', 'n': ' 1{{ c.exit_code }} ', 'b': ' t{{ bindings.rue }}'")]
    [InlineData("'l': ' {{ bindings.l }} ', 'o': '{{ bindings.open_object }}}', 'n': '-{{ bindings.five }}', 'b': '{{ bindings.nil }}{{ true }}'")]
    [InlineData("'l': '{{ inputs.list }}', 'o': '{{ c }}'")]
    [InlineData("'l': '{{ [1, c.exit_code] }}', 'o': '{{ keyed }}'")]
    [InlineData("'l': '{{ pair }}', 'o': '{{ run }}'")]
    [InlineData("'l': '{{ each }}', 'o': '{{ run.a }}'")]
    [InlineData("'l': '{{ run.e }}', 'o': '{{ maybe ?? c }}'")]
    [InlineData("'l': '{{ maybe.json ?? [] }}', 'o': '{{ c.json }}'")]
    [InlineData("'o': '{{ run.g }}', 't': '{{ run.g.one.stdout }}', 'l': '{{ run.g.two.json ?? [] }}'")]
    [InlineData("'any': '{{ maybe }}'")]
    [InlineData("'any': null")]
    public Task Of_what_a_run_can_take_nothing_is_said(string with) => SameAsync(with, null);

    [Fact]
    public Task It_is_told_of_what_takes_the_place_of_a_step_too() =>
        SameAsync("", "PLAN0202: Input 'l' of fallback 'plan' of step 'second' takes 'array', but an object is written; write an array", "'command': 'false', 'fallback': { 'plan': 'inner', 'with': { 'l': {} } }");

    private static async Task SameAsync(string with, string? message, string second = "'command': 'true'")
    {
        using var folder = new PlanFolder();
        var path = folder.Write("outer.plan.json", $$"""
            { "inputs": { "list": { "type": "array", "default": [] } },
              "bindings": { "l": [1], "o": { "in": {}, "no": false }, "n": 5, "nothing": null, "s": "abc", "half": 5.5, "round": 5.0, "five": "5", "rue": "rue", "nil": "", "open_object": "{ ", "open": "[1,]", "in": { "text": "yes" } },
              "steps": [
              { "id": "c", "command": "echo", "args": ["{}"] },
              { "id": "maybe", "command": "true", "condition": "c.exit_code == 0" },
              { "id": "perhaps", "type": "parallel", "parallel": { "steps": [ { "command": "true" }, { "command": "true" } ] }, "condition": "c.exit_code == 0" },
              { "id": "keyed", "type": "parallel", "parallel": { "steps": [ { "id": "k", "result_key": "k", "command": "true" } ] } },
              { "id": "pair", "type": "parallel", "parallel": { "steps": [ { "command": "true" }, { "command": "true" } ] } },
              { "id": "each", "command": "true", "for_each": "bindings.l" },
              { "id": "run", "plan": "inner" },
              {{(with.Contains("said", StringComparison.Ordinal) ? """{ "id": "said", "type": "agent", "agent": { "agent_id": "a" }, "on_failure": "continue" },""" : "")}}
              { "id": "give", "plan": "inner", "with": { {{with.Replace('\'', '"')}} } },
              { "id": "second", {{second.Replace('\'', '"')}} } ] }
            """);
        var inner = folder.Write("inner.plan.json", Inner);

        var said = BuildFindings.About(path, (await ToolRun.OfAsync("validate", path)).Output.Split('\n'));

        if (message is null)
            Assert.Empty(said);
        else
            Assert.Contains(": error " + message, Assert.Single(said), StringComparison.Ordinal);
        Assert.Equal(said, BuildFindings.About(path, await BuildFindings.LinesOfAsync([path, inner])));
        if (message is null)
            Assert.Equal(0, (await ToolRun.OfAsync("run", path)).ExitCode);
    }
}
