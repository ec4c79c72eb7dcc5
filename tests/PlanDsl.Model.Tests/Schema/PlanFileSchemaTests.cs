using System.Text.Json;

namespace PlanDsl.Model.Tests;

public class PlanFileSchemaTests
{
    private static readonly JsonDocumentOptions Lenient = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    private static readonly JsonElement Schema = JsonDocument.Parse(PlanFileSchema.Json).RootElement;

    public static TheoryData<string> Valid => [.. Corpus.NamesIn("Valid")];

    [Fact]
    public void The_schema_that_is_shipped_is_that_of_the_grammar()
    {
        var path = Repository.PathOf("docs", "plan.schema.json");
        if (Environment.GetEnvironmentVariable("PLANDSL_ACCEPT") == "1" && Environment.GetEnvironmentVariable("CI") is null)
            File.WriteAllText(path, PlanFileSchema.Json);
        else
            Assert.Equal(File.ReadAllText(path).ReplaceLineEndings("\n"), PlanFileSchema.Json);
    }

    [Theory]
    [MemberData(nameof(Valid))]
    public void It_accepts_what_the_reader_accepts(string name) =>
        Assert.Empty(SchemaCheck.Of(Schema, JsonDocument.Parse(Corpus.Read("Valid", name).TrimStart('\uFEFF'), Lenient).RootElement));

    [Fact]
    public void It_finds_what_the_reader_finds_without_knowing_names()
    {
        var ids = new[] { RuleIds.UnknownProperty, RuleIds.WrongType };

        // What texts hold the schema does not say.
        var exempt = new[] { "command-is-empty", "cwd-empty", "command-with-a-nul", "argument-with-a-nul", "cwd-with-a-nul", "variable-with-a-nul", "variable-of-the-plan-with-a-nul", "input-with-default-of-other-type", "input-with-fractional-default", "input-with-default-beyond-long", "input-with-default-beyond-decimal", "unknown-property-of-plan-close", "retries-is-huge" };
        var names = Corpus.NamesIn("Broken")
            .Where(name => !exempt.Contains(name) && ids.Any(id => Corpus.JudgeFile("Broken", name)[0].Contains(id, StringComparison.Ordinal)))
            .ToArray();

        Assert.True(names.Length > 30);
        Assert.All(names, name => Assert.NotEmpty(SchemaCheck.Of(Schema, JsonDocument.Parse(Corpus.Read("Broken", name), Lenient).RootElement)));
    }

    [Fact]
    public void It_knows_what_children_say_and_a_parallel_step_does_not()
    {
        var names = Corpus.NamesIn("Broken").Where(static name => name.EndsWith("-of-a-group", StringComparison.Ordinal) && Corpus.JudgeFile("Broken", name)[0].Contains("a parallel step runs its children", StringComparison.Ordinal)).ToArray();

        Assert.Equal(9, names.Length);
        Assert.All(names, name => Assert.NotEmpty(SchemaCheck.Of(Schema, JsonDocument.Parse(Corpus.Read("Broken", name), Lenient).RootElement)));
    }

    [Fact]
    public void Every_property_is_explained()
    {
        var objects = Schema.GetProperty("$defs").EnumerateObject().Select(definition => definition.Value).Append(Schema);

        Assert.All(objects.SelectMany(definition => definition.GetProperty("properties").EnumerateObject()), property =>
            Assert.EndsWith(".", property.Value.GetProperty("description").GetString(), StringComparison.Ordinal));
    }
}
