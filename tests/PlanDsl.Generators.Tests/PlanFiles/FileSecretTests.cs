using System.Text.Json.Nodes;
using PlanDsl.Testing.Internal;

namespace PlanDsl.Generators.Tests;

/// <summary>Nothing tells what a secret input was given: no failure, no event and no log, of a file that is compiled as of one that is interpreted.</summary>
public class FileSecretTests
{
    private const string Secret = "s3cr\"3t";

    [Theory]
    [InlineData("'command': 'sh', 'args': ['-c', 'echo $1; echo bad $1 >&2; exit 3', 'sh', '${token}']", "bad ***")]
    [InlineData("'command': 'tool-${token}'", "'tool-***'")]
    [InlineData("'command': 'true', 'cwd': '/nowhere/${token}'", "'/nowhere/***'")]
    [InlineData("'command': 'echo ${token} >&2; exit 1', 'shell': true, 'retries': 1", "***")]
    [InlineData("'call': 'Refuse', 'with': { 'message': 'refused: ${token}' }", "refused: ***")]
    [InlineData("'call': 'Refuse', 'with': { 'message': 'refused: {{ inputs.list[1] }} {{ inputs.count }}' }", "refused: *** ***")]
    [InlineData("'call': 'RefuseLater', 'with': { 'message': 'refused: ${token}' }, 'retries': 1", "It has failed.")]
    [InlineData("'call': 'RefuseLater', 'with': { 'message': 'all: {{ inputs }}' }", "It has failed.")]
    [InlineData("'call': 'RefuseInJson', 'with': { 'message': '<${token}>' }", "***")]
    [InlineData("'plan': 'typed', 'with': { 'n': '${token}${token}${token}${token}${token}${token}' }", "It was given a string")]
    [InlineData("'agent': { 'agent_id': 'fails', 'prompt': '${token}' }", "tired of ***")]
    [InlineData("'agent': { 'agent_id': 'fails', 'with': { 'key': ['${token}'] } }", "[\"***\"]")]
    [InlineData("'command': 'false', 'fallback': { 'agent': { 'agent_id': 'fails', 'prompt': '${token}' } }", "tired of ***")]
    [InlineData("'call': 'Refuse', 'with': { 'message': '${token}' }, 'fallback': { 'command': 'true' }", "since ***")]
    [InlineData("'call': 'Refuse', 'with': { 'message': '${token}' }, 'on_failure': 'continue'", "tolerated")]
    [InlineData("'for_each': 'inputs.list', 'call': 'Refuse', 'with': { 'message': 'no {{ item }}' }, 'on_failure': 'continue'", "no ***")]
    [InlineData("'call': 'Refuse', 'with': { 'message': '${token} {{ iteration }}' }, 'repeat_until': 'iteration > 1', 'max_iterations': 2", "*** 1")]
    [InlineData("'command': 'true', 'compensate': { 'call': 'Refuse', 'with': { 'message': 'kept ${token}' } } }, { 'id': 'b', 'depends_on': ['a'], 'command': 'false'", "undone kept ***")]
    [InlineData("'type': 'parallel', 'parallel': { 'steps': [{ 'id': 'c', 'call': 'Refuse', 'with': { 'message': '${token}' } }, { 'id': 'd', 'command': 'true' }] }", "***")]
    [InlineData("'call': 'Refuse', 'with': { 'message': '${token}' }, 'on_failure': 'continue' }, { 'id': 'b', 'call': 'Refuse', 'with': { 'message': 'b: {{ steps.a.error.message }}' }", "b: ***")]
    [InlineData("'plan': 'inner', 'with': { 'text': '${token}' }", "refused: ***")]
    [InlineData("'plan': 'middle', 'with': { 'text': '${token}' }", "refused: <***>")]
    [InlineData("'plan': 'inner', 'with': { 'text': 'a' }, 'fallback': { 'plan': 'inner', 'with': { 'text': '${token}' } }", "refused: ***")]
    [InlineData("'call': 'Work', 'with': { 'text': 'at ${token}' }", "Message=at ***")]
    public async Task Nothing_tells_it(string step, string said) => Assert.Contains(said, await SameAsync(step), StringComparison.Ordinal);

    [Fact]
    public async Task What_a_plan_does_not_tell_of_its_own_inputs_those_around_it_do_not_tell_either() => Assert.Contains(
        "bad: ***", await SameAsync("'plan': 'keeping', 'with': { 'key': 'a s3cr\\\"3t' }"), StringComparison.Ordinal);

    [Theory]
    [InlineData("'plan': 'inner'")]
    [InlineData("'command': 'false', 'fallback': { 'plan': 'inner' }")]
    public async Task What_nobody_gave_a_plan_that_a_step_runs_is_not_told_either(string step) => Assert.Contains("bad ***", await new FileRun($$$"""
        { 'plan_id': 'sample', 'order': 'dag', 'steps': [
          { 'id': 'sub', {{{step}}} },
          { 'id': 'bad', 'agent': { 'agent_id': 'fails', 'prompt': 'bad {{ sub.tell.stdout }}' } }
        ] }
        """.Replace('\'', '"'))
    {
        Others = [("inner.plan.json", """
            { "plan_id": "inner", "inputs": { "token": { "type": "string", "secret": true, "default": "hush-0815" } }, "steps": [ { "id": "tell", "command": "printf", "args": ["${token}"] } ] }
            """)],
        Secret = "hush-0815",
    }.SameAsync(), StringComparison.Ordinal);

    [Fact]
    public async Task What_follows_a_failure_is_decided_by_what_was_thrown()
    {
        const string file = """{ "plan_id": "outer", "inputs": { "token": { "type": "string", "secret": true } }, "steps": [ { "id": "sub", "plan": "fetching", "with": { "url": "a?key=${token}" } } ] }""";
        const string source = """
            [Plan(Id = "fetching")] public partial class Fetching
            {
                private static int _calls;

                [Step(Retries = 2, RetryOn = [typeof(System.Net.Http.HttpRequestException)])]
                private static string Fetch([Input] string url) => ++_calls < 3 ? throw new System.Net.Http.HttpRequestException("503 of " + url) : "done";
            }
            """;
        var type = PlanFileRun.Of([PlanFileRun.File("outer.plan.json", file)], source).AssertCompiles().Load().GetType("Shop.OuterPlan", throwOnError: true)!;

        await (Task)type.GetMethod("RunAsync")!.Invoke(Activator.CreateInstance(type), [Secret, CancellationToken.None])!;
    }

    [Fact]
    public async Task Who_awaits_the_results_is_not_told_either()
    {
        const string file = """{ "inputs": { "token": { "type": "string", "secret": true } }, "steps": [ { "id": "a", "call": "Refuse", "with": { "message": "no ${token}" } }, { "id": "b", "call": "Say", "with": { "text": "{{ a }}" } } ] }""";
        var type = PlanFileRun.Of([PlanFileRun.File("sample.plan.json", file)], CalledMethods.Simple.Source).AssertCompiles().Load().GetType(CalledMethods.Simple.Class, throwOnError: true)!;

        var fault = await Assert.ThrowsAsync<PlanFailedException>(() => (Task)type.GetMethod("RunAsync")!.Invoke(Activator.CreateInstance(type), [Secret, CancellationToken.None])!);

        Assert.Contains("no ***", fault.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("s3cr", fault.ToString(), StringComparison.Ordinal);
    }

    private static Task<string> SameAsync(string step) => new FileRun(Quoted($$"""
        {
          'order': 'dag',
          'inputs': { 'token': { 'type': 'string', 'secret': true }, 'list': { 'type': 'array', 'secret': true }, 'count': { 'type': 'integer', 'secret': true } },
          'steps': [ { 'id': 'a', {{step}} } ]
        }
        """))
    {
        Methods = CalledMethods.Simple,
        Inputs = new() { ["token"] = Secret, ["list"] = new JsonArray("x1x1", Secret), ["count"] = 4711 },
        Secret = "s3cr",
        Others =
        [
            ("inner.plan.json", Quoted("{ 'inputs': { 'text': { 'type': 'string' } }, 'steps': [ { 'id': 'b', 'agent': { 'agent_id': 'fails', 'prompt': 'refused: ${text}' } } ] }")),
            ("middle.plan.json", Quoted("{ 'inputs': { 'text': { 'type': 'string' } }, 'steps': [ { 'id': 'm', 'plan': 'inner', 'with': { 'text': '<${text}>' } } ] }")),
            ("typed.plan.json", Quoted("{ 'inputs': { 'n': { 'type': 'integer' } }, 'steps': [ { 'id': 't', 'command': 'true' } ] }")),
            ("keeping.plan.json", Quoted("{ 'inputs': { 'key': { 'type': 'string', 'secret': true } }, 'steps': [ { 'id': 'k', 'command': 'sh', 'args': ['-c', 'echo bad: $1 >&2; exit 1', 'sh', '${key}'] } ] }")),
        ],
    }.SameAsync();

    private static string Quoted(string json) => json.Replace('\'', '"');
}
