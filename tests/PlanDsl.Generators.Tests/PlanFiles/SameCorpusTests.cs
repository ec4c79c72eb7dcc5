using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace PlanDsl.Generators.Tests;

/// <summary>The plan files that there are go the same way compiled and interpreted: the sound ones of the corpus, those of other tools, and the example.</summary>
public partial class SameCorpusTests
{
    private static readonly string[] Ids = ["call-and-plan", "fan-out", "on-failure"];

    private static readonly string Corpus = Path.Combine(Root, "tests/PlanDsl.Model.Tests/PlanFiles/Corpus/Valid");

    // What they call and do not have among their own.
    private static readonly (string, string)[] Beside =
    [
        ("other.plan.json", """{ "steps": [ { "id": "o", "command": "true" } ] }"""),
        ("report.plan.json", """{ "steps": [ { "id": "r", "command": "printf", "args": ["%s", "{{ inputs.orders }}"] } ] }"""),
    ];

    [Fact]
    public async Task The_corpus()
    {
        var files = Directory.GetFiles(Corpus).Order(StringComparer.Ordinal).Select(Of).ToArray();
        Assert.True(files.Length > 25);
        await FileRun.SameAsync(files);
    }

    [Theory]
    [InlineData("feature", "push Succeeded")]
    [InlineData("conflicting", "conflicts Failed")]
    [InlineData("missing", "branch Failed")]
    public async Task The_example(string branch, string end)
    {
        var text = await File.ReadAllTextAsync(Path.Combine(Root, "examples/SafeMerge/safe_merge.plan.json"));

        // One fails while the other runs, and either may end first.
        text = text.Replace("\"depends_on\": [\"fetch\"]", "\"depends_on\": [\"fetch\", \"nested_repositories\"]", StringComparison.Ordinal);
        Assert.Contains("[\"fetch\", \"nested_repositories\"]", text, StringComparison.Ordinal);
        var went = await new FileRun(text) { Name = "safe_merge.plan.json", Inputs = new() { ["BRANCH"] = branch }, Alike = Alike }.SameAsync();
        Assert.Contains(end, went, StringComparison.Ordinal);
    }

    private static string Root
    {
        get
        {
            var directory = AppContext.BaseDirectory;
            while (!File.Exists(Path.Combine(directory, "PlanDsl.sln")))
                directory = Path.GetDirectoryName(directory)!;
            return directory;
        }
    }

    private static FileRun Of(string path)
    {
        var name = Path.GetFileName(path).Replace(".plan.json", "", StringComparison.Ordinal).Replace(".json", "", StringComparison.Ordinal);

        // Several are called alike, nothing has to wait, and nothing is a race.
        var text = File.ReadAllText(path)
            .Replace("\"p\"", $"\"{name}\"", StringComparison.Ordinal)
            .Replace("\"retry_delay_sec\": 1", "\"retry_delay_sec\": 0.001", StringComparison.Ordinal)
            .Replace("\"max_parallel\": 2", "\"max_parallel\": 1", StringComparison.Ordinal)
            .Replace("\"curl\"", "\"false\"", StringComparison.Ordinal)
            .Replace("\"id\": \"c\", \"call\": \"F\"", "\"id\": \"c\", \"depends_on\": [\"b\"], \"call\": \"F\"", StringComparison.Ordinal)
            .Replace("\"id\": \"d\", \"command\": \"z\"", "\"id\": \"d\", \"depends_on\": [\"b\"], \"command\": \"z\"", StringComparison.Ordinal);
        if (!text.Contains("\"limits\"", StringComparison.Ordinal) && !text.Contains("\"globals\"", StringComparison.Ordinal))
            text = text.Insert(text.IndexOf('{', StringComparison.Ordinal) + 1, "\"limits\": { \"max_parallel\": 1 },");
        return new(text)
        {
            Name = name + ".plan.json",
            Others = Beside,
            Methods = Ids.Contains(name) ? MethodsOf(name) : null,
            Inputs = InputsOf(name),
            OnStarted = name == "wait" ? static run => run.Signal("approve", Of(new { by = "Ada" })) : null,
        };
    }

    private static CalledMethods MethodsOf(string name)
    {
        var type = "Calls" + name.Replace("-", "", StringComparison.Ordinal);
        return new(type, $$"""
            using System.Text.Json;
            [Plan("{{name}}.plan.json")] public partial class {{type}}
            {
                private static JsonElement FetchOrders(JsonElement? day, long n, JsonElement deep) => JsonSerializer.SerializeToElement(new { n, deep });
                private static JsonElement List() => JsonSerializer.SerializeToElement(new { files = new[] { "a", "b" } });
                private static JsonElement One(JsonElement file, int n) => JsonSerializer.SerializeToElement(new { size = n + 1, file });
                private static JsonElement Sum(JsonElement all, JsonElement first) => JsonSerializer.SerializeToElement(new { all, first });
                private static JsonElement F(JsonElement? a) => JsonSerializer.SerializeToElement(new { a });
            }
            """, new StepHandlers()
            .Add("FetchOrders", static (with, _) => new(Of(new { n = 3, deep = with.GetProperty("deep") })))
            .Add("List", static (_, _) => new(Of(new { files = new[] { "a", "b" } })))
            .Add("One", static (with, _) => new(Of(new { size = with.GetProperty("n").GetInt32() + 1, file = with.GetProperty("file") })))
            .Add("Sum", static (with, _) => new(Of(new { all = with.GetProperty("all"), first = with.GetProperty("first") })))
            .Add("F", static (with, _) => new(Of(new { a = with.GetProperty("a") }))));
    }

    private static JsonObject? InputsOf(string name) => name switch
    {
        "inputs" => new() { ["day"] = "monday", ["token"] = "t0ken" },
        "fan-out-over-input" => new() { ["files"] = new JsonArray("/dev/null") },
        "fan-out-over-part-of-a-binding" => new() { ["order"] = new JsonObject { ["lines"] = new JsonArray(1, "two") }, ["any"] = new JsonArray() },
        "call-and-plan" => new() { ["day"] = "monday" },
        "environment" => new() { ["a"] = "plandsl-nowhere" },
        "dialect-command-pipeline" => new() { ["DAY"] = "1" },
        _ => null,
    };

    private static JsonElement Of<T>(T value) => JsonSerializer.SerializeToElement(value);

    private static string Alike(string text) => Commit().Replace(Temporary().Replace(text, "TEMP"), "COMMIT");

    [GeneratedRegex(@"/tmp/tmp\.\w+")]
    private static partial Regex Temporary();

    [GeneratedRegex("[0-9a-f]{40}")]
    private static partial Regex Commit();
}
