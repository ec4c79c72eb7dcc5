using System.Text.Json;
using System.Text.Json.Nodes;

namespace PlanDsl.Generators.Tests;

/// <summary>What a step calls, be it a method of a class or a handler, is given the same and leaves the same; and so does what it waits for.</summary>
public class SameCallTests
{
    [Theory]
    [InlineData("{ 'id': 'a', 'call': 'Say', 'with': { 'text': 'n={{ bindings.n }} ${name}' } }", "{ 'id': 'b', 'call': 'Shout', 'with': { 'text': '{{ a }}' } }", "{ 'id': 'c', 'command': 'printf', 'args': ['%s', '{{ b }}!'] }")]
    [InlineData("{ 'id': 'a', 'call': 'Add', 'with': { 'left': 4 } }", "{ 'id': 'b', 'call': 'Add', 'with': { 'left': '{{ a }}', 'right': '{{ bindings.n }}' }, 'condition': 'a == 5' }", "{ 'id': 'c', 'call': 'Echo', 'with': { 'value': { 'sum': '{{ b ?? 0 }}' } } }")]
    [InlineData("{ 'id': 'a', 'call': 'Count', 'with': { 'to': 3 } }", "{ 'id': 'b', 'for_each': 'a', 'call': 'Add', 'with': { 'left': '{{ item }}', 'right': '{{ index }}' } }", "{ 'id': 'c', 'call': 'Echo', 'with': { 'value': ['{{ a }}', '{{ b }}', '{{ b[1] }}'] } }")]
    [InlineData("{ 'id': 'a', 'for_each': 'bindings.list', 'call': 'Say', 'with': { 'text': '{{ item }}' }, 'max_parallel': 1 }", "{ 'id': 'b', 'call': 'Echo', 'with': { 'value': '{{ a }}' } }")]
    [InlineData("{ 'id': 'a', 'call': 'Refuse', 'with': { 'message': 'no {{ bindings.n }}' }, 'retries': 2 }")]
    [InlineData("{ 'id': 'a', 'call': 'RefuseLater', 'with': { 'message': 'no' }, 'on_failure': 'continue' }", "{ 'id': 'b', 'call': 'Say', 'with': { 'text': '{{ a ?? \"none\" }} {{ steps.a.error.message }}' } }")]
    [InlineData("{ 'id': 'a', 'call': 'Refuse', 'with': { 'message': 'no' }, 'fallback': { 'call': 'Say', 'with': { 'text': 'instead' } } }", "{ 'id': 'b', 'call': 'Shout', 'with': { 'text': '{{ a }}', 'loud': false } }")]
    [InlineData("{ 'id': 'a', 'call': 'Refuse', 'with': { 'message': 'no' }, 'fallback': { 'call': 'Add', 'with': { 'left': 1 } } }", "{ 'id': 'b', 'call': 'Echo', 'with': { 'value': '{{ a }}' } }")]
    [InlineData("{ 'id': 'a', 'call': 'Say', 'with': { 'text': 'done' }, 'compensate': { 'call': 'Refuse', 'with': { 'message': 'undo {{ result }}' } } }", "{ 'id': 'b', 'call': 'Refuse', 'with': { 'message': 'b' }, 'depends_on': ['a'] }")]
    [InlineData("{ 'id': 'a', 'call': 'Say', 'with': { 'text': '{{ previous ?? \"\" }}x' }, 'repeat_until': 'result == \"xxx\"', 'max_iterations': 5 }", "{ 'id': 'b', 'call': 'Shout', 'with': { 'text': '{{ a }}' } }")]
    [InlineData("{ 'id': 'a', 'call': 'Note', 'with': { 'text': 'x' } }", "{ 'id': 'b', 'call': 'Say', 'with': { 'text': '{{ steps.a.status }}' }, 'depends_on': ['a'] }")]
    [InlineData("{ 'id': 'g', 'type': 'parallel', 'parallel': { 'max_concurrency': 1, 'steps': [{ 'id': 'x', 'call': 'Say', 'with': { 'text': 'x' } }, { 'id': 'y', 'call': 'Shout', 'with': { 'text': 'y' } }] } }", "{ 'id': 'b', 'call': 'Echo', 'with': { 'value': '{{ g }}' } }")]
    [InlineData("{ 'id': 'g', 'type': 'parallel', 'parallel': { 'max_concurrency': 1, 'strategy': 'best_effort', 'steps': [{ 'id': 'x', 'result_key': 'p', 'call': 'Refuse', 'with': { 'message': 'x' } }, { 'id': 'y', 'result_key': 'q', 'call': 'Add', 'with': { 'left': 1 } }] } }", "{ 'id': 'b', 'call': 'Echo', 'with': { 'value': '{{ g }}' } }")]
    public Task Calls(params string[] steps) => SameAsync(steps);

    [Theory]
    [InlineData("{ \"by\": \"Ada\", \"at\": [1, 2.50] }")]
    [InlineData("\"Ada\"")]
    [InlineData("7")]
    [InlineData("null")]
    public Task Waits(string value) => SameAsync(
        ["{ 'id': 'a', 'wait': { 'signal': 'approve', 'timeout_sec': 600 } }", "{ 'id': 'b', 'call': 'Echo', 'with': { 'value': { 'got': '{{ a }}', 'by': '{{ a.by ?? \"nobody\" }}' } } }"],
        run => run.Signal("approve", JsonElement.Parse(value)));

    [Fact]
    public Task Waits_for_nothing_in_particular() => SameAsync(
        ["{ 'id': 'a', 'wait': { 'signal': 'go', 'timeout_sec': 600 } }", "{ 'id': 'b', 'call': 'Echo', 'with': { 'value': ['{{ a ?? null }}'] } }"], static run => run.Signal("go"));

    [Fact]
    public Task Waits_that_are_cancelled() => SameAsync(
        ["{ 'id': 'a', 'wait': { 'signal': 'go', 'timeout_sec': 600 }, 'compensate': { 'call': 'Note', 'with': { 'text': 'x' } } }", "{ 'id': 'b', 'call': 'Note', 'with': { 'text': 'x' }, 'run_when': 'always', 'depends_on': ['a'] }"], static run => run.Cancel());

    [Fact]
    public async Task What_returns_nothing_leaves_no_result()
    {
        var went = await new FileRun(Quoted("""
            { 'plan_id': 'sample', 'bindings': { 'list': ['x', 'y'] }, 'steps': [
                { 'id': 'a', 'plan': 'inner' }, { 'id': 'b', 'call': 'Say', 'with': { 'text': 'a={{ a }}' } },
                { 'id': 'c', 'call': 'Note', 'with': { 'text': 'x' }, 'repeat_until': 'iteration == 2', 'max_iterations': 2 },
                { 'id': 'd', 'call': 'Note', 'with': { 'text': 'x' }, 'fallback': { 'call': 'Say', 'with': { 'text': 'y' } } },
                { 'id': 'e', 'call': 'Refuse', 'with': { 'message': 'x' }, 'fallback': { 'call': 'Note', 'with': { 'text': 'x' } } },
                { 'id': 'f', 'for_each': 'bindings.list', 'call': 'Note', 'with': { 'text': '{{ item }}' }, 'max_parallel': 1 },
                { 'id': 'g', 'type': 'parallel', 'parallel': { 'max_concurrency': 1, 'strategy': 'any', 'steps': [{ 'id': 'x', 'call': 'Note', 'with': { 'text': 'x' } }, { 'id': 'y', 'call': 'Say', 'with': { 'text': 'y' } }] } },
                { 'id': 'h', 'call': 'Say', 'with': { 'text': '{{ d ?? "none" }} {{ e ?? "none" }}' } } ] }
            """))
        {
            Methods = CalledMethods.Simple with { Source = CalledMethods.Simple.Source + """ [Plan("inner.plan.json")] public partial class Inner { private static void Note(string text) { } private static string Say(string text) => text; }""" },
            Others = [("inner.plan.json", Quoted("{ 'steps': [{ 'id': 'note', 'call': 'Note', 'with': { 'text': 'x' } }, { 'id': 'mixed', 'call': 'Note', 'with': { 'text': 'x' }, 'fallback': { 'call': 'Say', 'with': { 'text': 'y' } } }, { 'id': 'said', 'call': 'Say', 'with': { 'text': 'y' } }] }"))],
        }.SameAsync();

        Assert.Contains("b = \"a={\\u0022said\\u0022:\\u0022y\\u0022}\"", went, StringComparison.Ordinal);
        Assert.All(new[] { "c", "d", "e", "f" }, key => Assert.Contains($"{key} = nothing", went, StringComparison.Ordinal));
    }

    private static Task SameAsync(string[] steps, Action<PlanRun>? onStarted = null) => new FileRun(Quoted($$"""
        {
          'plan_id': 'sample', 'order': 'dag', 'inputs': { 'name': { 'type': 'string', 'default': 'Ada' } },
          'bindings': { 'n': 5, 'list': ['x', 'y z'] },
          'steps': [ {{string.Join(",\n", steps)}} ]
        }
        """))
    {
        Methods = CalledMethods.Simple,
        Inputs = new JsonObject(),
        OnStarted = onStarted,
    }.SameAsync();

    // Quotes within quotes are written \".
    private static string Quoted(string json) => json.Replace("\"", "\\\"", StringComparison.Ordinal).Replace('\'', '"');
}
