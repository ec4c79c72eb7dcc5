using PlanDsl.Model;

namespace PlanDsl.Compiler.Tests;

public class FileInputTests
{
    [Fact]
    public void Declared_inputs_are_parameters_of_their_types()
    {
        var spec = Spec("""
            "name": { "type": "string" }, "count": { "type": "integer", "default": 3 }, "rate": { "type": "number", "default": 0.5 }, "is_dry": { "type": "boolean", "default": true },
            "text": { "type": "string", "default": "a\"b" }, "items": { "type": "array", "default": [1] }, "token": { "type": "string", "from_env": "TOKEN", "secret": true }, "any": { "default": 1 }
            """);
        Assert.Equal(
            [("name", "string", null), ("count", "long", "3L"), ("rate", "decimal", "0.5m"), ("isDry", "bool", "true"), ("text", "string", "\"a\\\"b\""),
                ("items", "global::System.Text.Json.JsonElement?", "null"), ("token", "string?", "null"), ("any", "global::System.Text.Json.JsonElement?", "null")],
            spec.Inputs.Select(static input => (input.Name, input.Type, input.DefaultValue)));
        Assert.Equal(
            [null, null, null, null, null, ("global::System.Text.Json.JsonElement", "__itemsInput.ValueOf(items)"), ("string", "__tokenInput.ValueOf(token)"), ("global::System.Text.Json.JsonElement", "__anyInput.ValueOf(any)")],
            spec.Inputs.Select(static input => input.Value is null ? ((string, string)?)null : (input.ValueType!, input.Value)));
        Assert.Equal(["string", "long", "decimal", "bool", "string", "global::System.Text.Json.JsonElement", "string", "global::System.Text.Json.JsonElement"], spec.Model.Inputs.Select(static input => input.Type.Name));
    }

    [Fact]
    public void An_input_before_one_that_must_be_given_must_be_given_too()
    {
        var spec = Spec(""" "a": { "type": "string", "default": "x" }, "b": { "type": "string", "from_env": "B" }, "c": { "type": "object" } """);
        Assert.Equal(
            [("a", "string", null), ("b", "string?", null), ("c", "global::System.Text.Json.JsonElement", (string?)null)],
            spec.Inputs.Select(static input => (input.Name, input.Type, input.DefaultValue)));
    }

    [Fact]
    public void Names_are_those_of_csharp_and_none_is_taken_twice()
    {
        var spec = Spec(""" "DRY_RUN": { "type": "string" }, "dry_run": { "type": "string" }, "class": { "type": "string" }, "myVar": { "type": "string" } """);
        Assert.Equal(["dryRun", "dryRun_", "@class", "myVar"], spec.Inputs.Select(static input => input.Name));
    }

    [Fact]
    public void Without_declared_inputs_the_variables_that_are_read_may_be_given()
    {
        var spec = ReadFilePlan.Of("""{ "plan_id": "x", "steps": [{ "id": "a", "command": "a", "args": ["${BRANCH}", "{{ inputs.limit.most }}"], "condition": "inputs.BRANCH != null" }] }""").Spec;
        Assert.Equal(
            [new InputSpec("branch", "global::System.Text.Json.JsonElement?", "null"), new InputSpec("limit", "global::System.Text.Json.JsonElement?", "null")],
            spec.Inputs);
    }

    private static PlanSpec Spec(string inputs) =>
        ReadFilePlan.Of($$"""{ "plan_id": "x", "inputs": { {{inputs}} }, "steps": [{ "id": "a", "command": "a" }] }""").Spec;
}
