using System.Text.Json;

namespace PlanDsl.Cli.Tests;

/// <summary><c>plandsl schema</c>.</summary>
public class SchemaTests
{
    [Fact]
    public async Task The_schema_is_json_and_explains_the_properties_of_a_plan()
    {
        var run = await ToolRun.OfAsync("schema");

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        var schema = JsonElement.Parse(run.Output);
        Assert.Equal("https://json-schema.org/draft/2020-12/schema", schema.GetProperty("$schema").GetString());
        Assert.NotEqual("", schema.GetProperty("properties").GetProperty("steps").GetProperty("description").GetString());
    }
}
