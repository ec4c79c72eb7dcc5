using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace PlanDsl.Tests;

/// <summary>Secrets within JSON that is a text within other JSON, as commands print it and agents return it.</summary>
public sealed class SecretSpellingTests : IDisposable
{
    private const string RunId = "run-1";
    private const string Secret = "hu\"sh/4711\\\nmöre";

    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly TempDirectory _directory = new();

    public void Dispose() => _directory.Dispose();

    // As those write JSON who write much of it.
    public static TheoryData<string, string> Writers => new()
    {
        { "raw", Secret },
        { "trimmed", $"<{Secret.Trim()}>" },
        { "JSON", Quoted("hu\\\"sh/4711\\\\\\nmöre") },
        { "JSON for pages", Quoted(JavaScriptEncoder.Default.Encode(Secret)) },
        { "JSON of PHP", Quoted("hu\\\"sh\\/4711\\\\\\nm\\u00f6re") },
        { "JSON with slashes", Quoted("hu\\\"sh\\/4711\\\\\\nmöre") },
        { "JSON of Python", Quoted("hu\\\"sh/4711\\\\\\nm\\u00f6re") },
        { "JSON in capitals", Quoted("hu\\\"sh/4711\\\\\\nm\\u00F6re") },
        { "JSON in JSON", Quoted(Escaped(Quoted("hu\\\"sh\\/4711\\\\\\nm\\u00f6re"))) },
        { "JSON in JSON in JSON", Quoted(Escaped(Quoted(Escaped(Quoted("hu\\\"sh/4711\\\\\\nmöre"))))) },
        { "JSON in JSON for pages", Quoted(JavaScriptEncoder.Default.Encode(Quoted("hu\\\"sh/4711\\\\\\nm\\u00f6re"))) },
        { "a text before it that ends as an escape begins", $"C:\\new\\{Quoted("hu\\\"sh/4711\\\\\\nmöre")}" },
    };

    [Theory]
    [MemberData(nameof(Writers))]
    public async Task It_is_in_no_event_and_stands_again_where_it_stood(string how, string printed)
    {
        var text = FilePlan.Quoted("{ 'inputs': { 'token': { 'type': 'string', 'secret': true } }, 'steps': [ { 'id': 'a', 'call': 'print' }, { 'id': 'b', 'call': 'echo', 'with': { 'value': '{{ a }}' } } ] }");
        var journal = new MemoryJournal();
        var result = JsonValue.Create(printed).ToJsonString();
        await Plans($"{{ \"out\": {result}, {result}: [1, {result}] }}").Parse(text).Start(Given(Secret), new() { Journal = journal, RunId = RunId }).Completion.Soon();
        var events = await journal.ReadAsync(RunId, 0).ToArrayAsync();

        Assert.All(events, told => Assert.DoesNotContain("4711", Text(told with { Time = default }), StringComparison.Ordinal));
        Assert.NotEqual("", how);
        var run = await Plans("").Parse(text).ResumeAsync(RunId, new() { Journal = await CutAsync([.. events.TakeWhile(static told => told is not StepStartedEvent { StepPath: "b" })]) }, Given(Secret));
        var again = (await run.GetResultsAsync().Soon())["b"];
        Assert.Equal(printed, again.GetProperty("out").GetString());
        Assert.Equal(printed, again.GetProperty(printed)[1].GetString());
    }

    [Theory]
    [MemberData(nameof(Writers))]
    public async Task No_failure_tells_it(string how, string printed)
    {
        var plans = Plans("");
        plans.Handlers.Add("refuse", (_, _) => throw new InvalidOperationException($"refused: {printed}"));
        var text = FilePlan.Quoted("{ 'inputs': { 'token': { 'type': 'string', 'secret': true } }, 'steps': [ { 'id': 'a', 'call': 'refuse' } ] }");

        var outcome = await plans.Start(text, Given(Secret)).Completion.Soon();

        Assert.NotEqual("", how);
        Assert.Contains("***", outcome.Error!.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("4711", outcome.Error.Exception!.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Writers))]
    public async Task No_file_of_output_tells_it(string how, string printed)
    {
        var file = _directory.Write("printed.txt", printed);
        var text = FilePlan.Quoted("{ 'inputs': { 'token': { 'type': 'string', 'secret': true } }, 'steps': [ { 'id': 'a', 'command': 'cat', 'args': ['${file}'] } ] }").Replace("${file}", file, StringComparison.Ordinal);

        var plans = new FilePlan();
        plans.Options.Files = new RunFiles(_directory["output"]);
        var outcome = await plans.Start(text, Given(Secret), new() { RunId = RunId }).Completion.Soon();

        Assert.NotEqual("", how);
        Assert.Equal(printed.TrimEnd('\n'), outcome.Results!["a"].GetProperty("stdout").GetString());
        var kept = Assert.Single(Directory.GetFiles(_directory["output"], "*stdout*", SearchOption.AllDirectories));
        Assert.Contains("***", File.ReadAllText(kept), StringComparison.Ordinal);
        Assert.DoesNotContain("4711", File.ReadAllText(kept), StringComparison.Ordinal);
    }

    // Between any two characters of how it is spelled.
    [Fact]
    public async Task What_is_left_of_it_where_output_was_cut_is_left_out()
    {
        const string Key = "47\"11é\n0815/x";
        foreach (var spelled in (string[])["47\\\"11\\u00e9\\n0815\\/x", "47\\\\\\\"11\\\\u00e9\\\\n0815\\\\\\/x"])
        {
            for (var cut = 1; cut < spelled.Length - 1; cut++)
            {
                var file = _directory.Write("printed.txt", "..." + spelled[..cut] + spelled[cut..] + "\"}" + new string('.', OutputTail.Bound - 2 - (spelled.Length - cut)));
                var text = FilePlan.Quoted("{ 'inputs': { 'token': { 'type': 'string', 'secret': true } }, 'steps': [ { 'id': 'a', 'command': 'cat', 'args': ['${file}'] } ] }").Replace("${file}", file, StringComparison.Ordinal);

                var outcome = await new FilePlan().Start(text, Given(Key)).Completion.Soon();

                Assert.Equal((cut, "\"}.."), (cut, outcome.Results!["a"].GetProperty("stdout").GetString()![..4]));
            }
        }
    }

    [Fact]
    public async Task One_that_is_another_now_is_spelled_as_the_old_one_was()
    {
        var text = FilePlan.Quoted("{ 'inputs': { 'token': { 'type': 'string', 'secret': true } }, 'steps': [ { 'id': 'a', 'call': 'print' }, { 'id': 'b', 'call': 'echo', 'with': { 'value': '{{ a }}' } } ] }");
        var journal = new MemoryJournal();
        await Plans("""{ "out": "{\"token\":\"4711\\/\\\"m\\u00f6re\"}", "json": { "token": "4711/\"möre" }, "number": 14711 }""").Parse(text).Start(Given("4711/\"möre"), new() { Journal = journal, RunId = RunId }).Completion.Soon();
        var cut = await CutAsync([.. (await journal.ReadAsync(RunId, 0).ToArrayAsync()).TakeWhile(static told => told is not StepStartedEvent { StepPath: "b" })]);

        var run = await Plans("").Parse(text).ResumeAsync(RunId, new() { Journal = cut }, Given("ä/\""));

        Assert.Equal("""{"out":"{\"token\":\"\\u00e4\\/\\\"\"}","json":{"token":"ä/\""},"number":14711}""", Text((await run.GetResultsAsync().Soon())["b"]));
    }

    [Fact]
    public async Task Numbers_and_objects_that_are_secret_are_known_as_values()
    {
        const string Account = """{ "user": "u", "key": "k\n4711" }""";
        var text = FilePlan.Quoted("{ 'inputs': { 'pin': { 'type': 'integer', 'secret': true }, 'account': { 'type': 'string', 'secret': true } }, 'steps': [ { 'id': 'a', 'call': 'print' }, { 'id': 'b', 'call': 'echo', 'with': { 'value': '{{ a }}' } } ] }");
        var given = new JsonObject { ["pin"] = 471100, ["account"] = Account };
        var journal = new MemoryJournal();
        await Plans("""{ "pins": [471100, 1471100.5, true, null], "json": { "of": { "user":"u","key":"k\u000a4711" } } }""").Parse(text).Start(given, new() { Journal = journal, RunId = RunId }).Completion.Soon();
        var events = await journal.ReadAsync(RunId, 0).ToArrayAsync();

        Assert.All(events, static told => Assert.DoesNotContain("4711", Text(told with { Time = default }), StringComparison.Ordinal));
        var run = await Plans("").Parse(text).ResumeAsync(RunId, new() { Journal = await CutAsync([.. events.TakeWhile(static told => told is not StepStartedEvent { StepPath: "b" })]) }, new JsonObject { ["pin"] = 8, ["account"] = "[0]" });
        Assert.Equal("""{"pins":[8,18.5,true,null],"json":{"of":[0]}}""", Text((await run.GetResultsAsync().Soon())["b"]));
    }

    // What is recorded in place of a secret is a value like any other where somebody else has made it.
    [Theory]
    [InlineData("""{"plandsl:hidden":"1"}""")]
    [InlineData("""{"plandsl:hidden":5}""")]
    [InlineData("""{"plandsl:hidden":"\uE000plan.token.\uE001","x":{"plandsl:hidden":"1"}}""")]
    [InlineData("""{"x":"\uE000plan.token.\uE001","token":"hush"}""")]
    [InlineData("""{"x":"\uE0021","\uE002":"\uE000E002\uE001","token":"hush"}""")]
    [InlineData("""{"x":"\ud800 hush","token":"hush"}""")]
    public async Task A_value_that_looks_as_what_stands_for_a_secret_stays_what_it_is(string value)
    {
        foreach (var inputs in (string[])["'token': { 'type': 'string', 'secret': true }", "'token': { 'type': 'string' }"])
        {
            var text = FilePlan.Quoted($"{{ 'id': 'plan', 'inputs': {{ {inputs} }}, 'steps': [ {{ 'id': 'a', 'call': 'print' }}, {{ 'id': 'b', 'call': 'echo', 'with': {{ 'value': '{{{{ a }}}}' }} }} ] }}");
            var journal = new MemoryJournal();
            await Plans(value).Parse(text).Start(Given("hush"), new() { Journal = journal, RunId = RunId }).Completion.Soon();
            var cut = await CutAsync([.. (await journal.ReadAsync(RunId, 0).ToArrayAsync()).TakeWhile(static told => told is not StepStartedEvent { StepPath: "b" })]);

            var run = await Plans("").Parse(text).ResumeAsync(RunId, new() { Journal = cut }, inputs.Contains("secret", StringComparison.Ordinal) ? Given("hush") : null);

            Assert.Equal(value, (await run.GetResultsAsync().Soon())["b"].GetRawText());
        }
    }

    // As deep as a command may print it, and deeper.
    [Theory]
    [InlineData(64)]
    [InlineData(500)]
    public async Task A_deep_value_is_hidden_and_found_again(int depth)
    {
        var value = new StringBuilder().Insert(0, "[", depth).Append("\"hush\"").Append(']', depth).ToString();
        var text = FilePlan.Quoted("{ 'inputs': { 'token': { 'type': 'string', 'secret': true } }, 'steps': [ { 'id': 'a', 'call': 'print' }, { 'id': 'b', 'call': 'echo', 'depends_on': ['a'] } ] }");
        var journal = new MemoryJournal();
        await Plans(value).Parse(text).Start(Given("hush"), new() { Journal = journal, RunId = RunId }).Completion.Soon();
        var events = await journal.ReadAsync(RunId, 0).ToArrayAsync();

        Assert.All(events, static told => Assert.DoesNotContain("hush", Text(told), StringComparison.Ordinal));
        var run = await Plans("").Parse(text).ResumeAsync(RunId, new() { Journal = await CutAsync([.. events.TakeWhile(static told => told is not StepStartedEvent { StepPath: "b" })]) }, Given("hush"));
        Assert.Equal(RunStatus.Succeeded, (await run.Completion.Soon()).Status);
        Assert.Equal(value, run.ResultsSoFar["a"].GetRawText());
    }

    private static FilePlan Plans(string result)
    {
        var plans = new FilePlan();
        plans.Handlers.Add("print", (_, _) => new(JsonElement.Parse(result, new() { MaxDepth = 1_000 })));
        return plans;
    }

    private static JsonObject Given(string token) => new() { ["token"] = token };

    private static string Quoted(string spelled) => $"{{\"token\":\"{spelled}\"}}";

    private static string Escaped(string json) => JavaScriptEncoder.UnsafeRelaxedJsonEscaping.Encode(json);

    // As a journal writes it.
    private static string Text(PlanEvent happened)
    {
        var text = new MemoryStream();
        using (var writer = new Utf8JsonWriter(text, new() { MaxDepth = 2_000 }))
            PlanEventJson.Write(writer, happened);
        return Encoding.UTF8.GetString(text.ToArray());
    }

    private static string Text(JsonElement value) => JsonSerializer.Serialize(value, Plain);

    private static async Task<MemoryJournal> CutAsync(PlanEvent[] events)
    {
        var journal = new MemoryJournal();
        await using var run = await journal.CreateAsync(RunId).ConfigureAwait(false);
        foreach (var happened in events)
            run.Append(happened);
        await run.FlushAsync(events.Length).ConfigureAwait(false);
        return journal;
    }
}
