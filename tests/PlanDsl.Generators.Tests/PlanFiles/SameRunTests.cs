using System.Text.Json.Nodes;

namespace PlanDsl.Generators.Tests;

/// <summary>A plan file means the same whether it is compiled or interpreted: how each step ends, with what, and why.</summary>
public class SameRunTests
{
    [Theory]
    [InlineData("{ 'id': 'a', 'command': 'printf', 'args': ['%s|', 'x', '{{ bindings.list }}', '{{ bindings.list[1] }}', 'n={{ bindings.n }}', '${unbound}', '$${n}', '{{ bindings.map }}'] }")]
    [InlineData("{ 'id': 'a', 'command': 'printf %s {{ bindings.word }}', 'shell': true, 'args': ['b c'] }")]
    [InlineData("{ 'id': 'a', 'command': 'sh', 'args': ['-c', 'echo $A $B'], 'env': { 'A': '1', 'B': '{{ env.A }}{{ bindings.n }}' } }")]
    [InlineData("{ 'id': 'a', 'command': 'printf', 'args': ['[1, 2]'] }", "{ 'id': 'b', 'command': 'printf', 'args': ['%s', '{{ a.json[1] }}', '{{ a.json[5] ?? 7 }}', '{{ a.exit_code }}'] }")]
    [InlineData("{ 'id': 'a', 'command': 'printf', 'args': ['{}'] }", "{ 'id': 'b', 'command': 'printf', 'args': ['{{ a.json.missing }}'] }")]
    [InlineData("{ 'id': 'a', 'command': 'printf', 'args': ['{}'] }", "{ 'id': 'b', 'command': 'printf', 'args': ['{{ a.json.missing ?? null }}'] }")]
    [InlineData("{ 'id': 'a', 'command': 'sh', 'args': ['-c', 'echo out; echo err >&2; exit 3'] }")]
    [InlineData("{ 'id': 'a', 'command': 'no-such-program-anywhere' }")]
    [InlineData("{ 'id': 'a', 'command': 'true' }", "{ 'id': 'b', 'command': 'pwd', 'cwd': '{{ a.stdout }}' }")]
    [InlineData("{ 'id': 'a', 'command': 'false', 'retries': 2, 'fallback': { 'command': 'printf', 'args': ['instead'] } }", "{ 'id': 'b', 'command': 'printf', 'args': ['{{ a.stdout }}'] }")]
    public Task Commands(params string[] steps) => SameAsync(steps);

    [Theory]
    [InlineData("{ 'id': 'a', 'type': 'agent', 'agent': { 'agent_id': 'x', 'action_id': 'act', 'prompt': 'Say {{ bindings.word }} ${unbound}', 'with': { 'n': '{{ bindings.n }}', 'list': ['{{ bindings.list }}', 'a {{ bindings.n }}', null, 1.50], 'map': { 'k': '{{ bindings.map }}' } } } }")]
    [InlineData("{ 'id': 'a', 'type': 'agent', 'agent': { 'agent_id': 'fails' }, 'retries': 1 }")]
    [InlineData("{ 'id': 'a', 'type': 'agent', 'agent': { 'agent_id': 'x', 'with': { 'answer': { 'score': 3, 'tags': ['a', 'b'] } } } }", "{ 'id': 'b', 'type': 'agent', 'condition': '\"b\" in a.tags && a.score >= 3', 'agent': { 'agent_id': 'y', 'prompt': '{{ a.score }} {{ a.tags }} {{ a.none ?? \"none\" }}' } }", "{ 'id': 'c', 'type': 'agent', 'condition': 'a.score > 3', 'agent': { 'agent_id': 'y' } }")]
    [InlineData("{ 'id': 'a', 'type': 'agent', 'agent': { 'agent_id': 'x', 'with': { 'answer': { 'score': 'three' } } } }", "{ 'id': 'b', 'type': 'agent', 'condition': 'a.score > 3', 'agent': { 'agent_id': 'y' } }")]
    [InlineData("{ 'id': 'a', 'type': 'agent', 'agent': { 'agent_id': 'x', 'with': { 'answer': null } } }", "{ 'id': 'b', 'command': 'printf', 'args': ['{{ a }}'] }")]
    public Task Agents(params string[] steps) => SameAsync(steps);

    [Theory]
    [InlineData("{ 'id': 'a', 'command': 'false', 'on_failure': 'continue' }", "{ 'id': 'b', 'command': 'printf', 'args': ['{{ steps.a.status }} {{ steps.a.error.kind }}'], 'depends_on': ['a'] }", "{ 'id': 'c', 'command': 'true', 'condition': 'steps.a.status == \"failed\"', 'depends_on': ['a'] }")]
    [InlineData("{ 'id': 'a', 'command': 'false', 'on_failure': 'skip_dependents' }", "{ 'id': 'b', 'command': 'printf', 'args': ['{{ a.stdout }}'] }", "{ 'id': 'c', 'command': 'true' }")]
    [InlineData("{ 'id': 'a', 'command': 'true', 'compensate': { 'command': 'printf', 'args': ['{{ result.exit_code }}'] } }", "{ 'id': 'b', 'command': 'false', 'depends_on': ['a'] }", "{ 'id': 'c', 'command': 'printf', 'args': ['{{ steps.b.status }}'], 'run_when': 'always', 'depends_on': ['b'] }")]
    [InlineData("{ 'id': 'a', 'command': 'true', 'condition': 'bindings.n > 7' }", "{ 'id': 'b', 'command': 'printf', 'args': ['{{ a.stdout ?? \"none\" }}'] }")]
    public Task Failures(params string[] steps) => SameAsync(steps);

    [Theory]
    [InlineData("{ 'id': 'a', 'for_each': 'bindings.list', 'command': 'printf', 'args': ['{{ index }}:{{ item }}'] }", "{ 'id': 'b', 'command': 'printf', 'args': ['{{ a[1].stdout }} {{ a[9].stdout ?? \"none\" }}'] }")]
    [InlineData("{ 'id': 'a', 'command': 'printf', 'args': ['[3, 0, 4]'] }", "{ 'id': 'b', 'for_each': 'a.json', 'command': 'sh', 'args': ['-c', 'test $1 -gt 0 && echo $1', 'x', '{{ item }}'], 'on_failure': 'continue' }")]
    [InlineData("{ 'id': 'a', 'command': 'printf', 'args': ['{}'] }", "{ 'id': 'b', 'for_each': 'a.json', 'command': 'true' }")]
    [InlineData("{ 'id': 'a', 'command': 'printf', 'args': ['{{ iteration }} {{ previous.stdout ?? \"first\" }}'], 'repeat_until': 'result.stdout != \"1 first\" && iteration == 3', 'max_iterations': 5 }")]
    [InlineData("{ 'id': 'a', 'type': 'agent', 'agent': { 'agent_id': 'x' }, 'repeat_until': 'result.agent == \"y\"', 'max_iterations': 2 }")]
    [InlineData("{ 'id': 'a', 'command': 'printf', 'args': ['{{ iteration }}'], 'repeat_until': 'false', 'max_iterations': 2, 'on_exhausted': 'use_last' }")]
    [InlineData("{ 'id': 'a', 'command': 'printf', 'args': ['{{ iteration }}'], 'repeat_until': 'false', 'max_iterations': 2, 'on_failure': 'continue' }", "{ 'id': 'b', 'command': 'printf', 'args': ['{{ a.stdout ?? \"none\" }}'] }")]
    public Task Repetitions(params string[] steps) => SameAsync(steps);

    [Theory]
    [InlineData("'steps': [{ 'id': 'x', 'command': 'echo', 'args': ['1'] }, { 'id': 'y', 'command': 'echo', 'args': ['2'] }]")]
    [InlineData("'steps': [{ 'id': 'x', 'result_key': 'p', 'command': 'echo', 'args': ['1'] }, { 'id': 'y', 'result_key': 'q', 'type': 'agent', 'agent': { 'agent_id': 'z' } }]")]
    [InlineData("'strategy': 'best_effort', 'steps': [{ 'id': 'x', 'result_key': 'p', 'command': 'false' }, { 'id': 'y', 'result_key': 'q', 'command': 'echo', 'args': ['2'] }]")]
    [InlineData("'strategy': 'race', 'max_concurrency': 1, 'steps': [{ 'id': 'x', 'command': 'false' }, { 'id': 'y', 'command': 'echo', 'args': ['2'] }]")]
    [InlineData("'strategy': 'threshold', 'threshold': 1, 'max_concurrency': 1, 'steps': [{ 'id': 'x', 'command': 'false' }, { 'id': 'y', 'type': 'agent', 'agent': { 'agent_id': 'fails' } }]")]
    public Task Groups(string group) => SameAsync(
        $"{{ 'id': 'g', 'type': 'parallel', 'parallel': {{ {group} }} }}", "{ 'id': 'after', 'type': 'agent', 'agent': { 'agent_id': 'z', 'with': { 'all': '{{ g }}', 'status': '{{ steps.g.status }}' } } }");

    [Theory]
    [InlineData("{ 'id': 'a', 'command': 'false', 'fallback': { 'agent': { 'agent_id': 'x', 'timeout_ms': 60000 } } }", "{ 'id': 'b', 'command': 'printf', 'args': ['{{ a.agent }}'] }")]
    [InlineData("{ 'id': 'a', 'command': 'printf', 'args': ['same'], 'repeat_until': '(previous.stdout ?? \"\") == result.stdout', 'max_iterations': 4 }", "{ 'id': 'b', 'command': 'printf', 'args': ['{{ a.stdout }} {{ steps.a.status }}'] }")]
    [InlineData("{ 'id': 'a', 'for_each': 'bindings.list', 'command': 'printf', 'args': ['{{ item }} {{ iteration }}'], 'repeat_until': '(previous.stdout ?? result.stdout) != result.stdout', 'max_iterations': 3 }", "{ 'id': 'b', 'command': 'printf', 'args': ['{{ a[1].stdout }}'] }")]
    [InlineData("{ 'id': 'a', 'for_each': 'bindings.list', 'command': 'printf', 'args': ['{{ item }}'], 'compensate': { 'command': 'printf', 'args': ['{{ item }} {{ result.stdout }} {{ index }}'] } }", "{ 'id': 'b', 'command': 'false', 'depends_on': ['a'] }")]
    [InlineData("{ 'id': 'a', 'type': 'agent', 'agent': { 'agent_id': 'x', 'prompt': '{{ bindings }}', 'with': { 'i': '{{ inputs }}', 'b': '{{ bindings }}', 'e': '{{ env }}' } } }")]
    [InlineData("{ 'id': 'a', 'command': 'X=5; echo ${X} ${unbound} {{ bindings.word }}', 'shell': true }")]
    [InlineData("{ 'id': 'a', 'command': 'true', 'provides': ['x'] }", "{ 'id': 'b', 'command': 'printf', 'args': ['{{ steps.a.status }}'], 'consumes': ['x'] }")]
    [InlineData("{ 'id': 'g', 'type': 'parallel', 'parallel': { 'steps': [{ 'id': 'x', 'result_key': 'p', 'for_each': 'bindings.list', 'command': 'printf', 'args': ['{{ item }}'] }, { 'id': 'y', 'result_key': 'q', 'command': 'printf', 'args': ['{{ bindings.n }}'], 'condition': 'bindings.n > 7' }] } }", "{ 'id': 'b', 'command': 'printf', 'args': ['{{ g.p[1].stdout }} {{ g.q.stdout ?? \"none\" }} {{ p[0].stdout }}'] }")]
    [InlineData("{ 'id': 'g', 'type': 'parallel', 'parallel': { 'strategy': 'any', 'max_concurrency': 1, 'bindings': { 'n': 'inner' }, 'steps': [{ 'id': 'x', 'command': 'printf', 'args': ['{{ bindings.n }}'] }, { 'id': 'y', 'command': 'true' }] } }", "{ 'id': 'b', 'command': 'printf', 'args': ['{{ g.stdout }} {{ x.stdout ?? \"none\" }}'] }")]
    [InlineData("{ 'id': 'a', 'command': 'false' }", "{ 'id': 'b', 'command': 'printf', 'args': ['{{ a.stdout ?? \"none\" }}'], 'run_when': 'failure' }")]
    [InlineData("{ 'id': 'a', 'type': 'agent', 'agent': { 'agent_id': 'x', 'with': { 'answer': { 'json': { 'items': [1, 2] } } } } }", "{ 'id': 'b', 'condition': '3 in [1, 2, 3] && bindings.word < \"b\"', 'for_each': 'a.json.items', 'command': 'printf', 'args': ['{{ item }}'] }")]
    [InlineData("{ 'id': 'a', 'command': 'X=5; echo ${X} {{ inputs.X ?? \"none\" }} ${unbound}', 'shell': true }")]
    [InlineData("{ 'id': 'a', 'agent': { 'agent_id': 'x', 'with': { 'all': '{{ inputs }}', 'k': '{{ inputs.K ?? 7 }}', 'l': '${L}' } } }")]
    public Task Mixtures(params string[] steps) => SameAsync(steps);

    [Theory]
    [InlineData("true", "true")]
    [InlineData("false", "true")]
    [InlineData("false", "false")]
    public Task Transitions(string first, string branch) => FileRun.SameAsync(Quoted($$$"""
        {
          'plan_id': 'sample', 'order': 'sequential',
          'steps': [
            { 'id': 'a', 'command': '{{{first}}}', 'transitions': { 'failure_branch_ids': ['mend'], 'default_next_step': 'c' } },
            { 'id': 'b', 'command': 'true' },
            { 'id': 'c', 'command': 'printf', 'args': ['{{ steps.a.status }}'], 'transitions': { 'allowed_events': ['step_succeeded'] } },
            { 'id': 'mend', 'command': '{{{branch}}}', 'transitions': { 'default_next_step': 'b' } }
          ]
        }
        """));

    [Theory]
    [InlineData("true")]
    [InlineData("false")]
    public Task Steps_that_are_passed_by(string first) => FileRun.SameAsync(Quoted($$$"""
        {
          'plan_id': 'sample', 'order': 'sequential',
          'steps': [
            { 'id': 'a', 'command': '{{{first}}}', 'transitions': { 'failure_branch_ids': ['mend', 'check'], 'default_next_step': 'd' } },
            { 'id': 'b', 'command': 'printf', 'args': ['b'] },
            { 'id': 'c', 'type': 'parallel', 'parallel': { 'steps': [{ 'id': 'x', 'command': 'true' }, { 'id': 'y', 'command': 'true' }] }, 'transitions': { 'default_next_step': 'e' } },
            { 'id': 'd', 'command': 'printf', 'args': ['{{ b.stdout ?? "none" }} {{ mend.stdout ?? "none" }}'] },
            { 'id': 'e', 'agent': { 'agent_id': 'x', 'with': { 'd': '{{ d }}', 'c': '{{ c }}', 'y': '{{ y.exit_code ?? 7 }}', 'a': '{{ steps.a.status }}' } } },
            { 'id': 'mend', 'command': 'printf', 'args': ['mended'] },
            { 'id': 'check', 'command': 'printf', 'args': ['{{ mend.stdout }}'], 'transitions': { 'default_next_step': 'b' } }
          ]
        }
        """));

    [Fact]
    public async Task Inputs()
    {
        const string file = """
            {
              'plan_id': 'sample',
              'inputs': {
                'name': { 'type': 'string' }, 'count': { 'type': 'integer', 'default': 3 }, 'rate': { 'type': 'number', 'default': 1.50 },
                'loud': { 'type': 'boolean', 'default': false }, 'names': { 'type': 'array', 'default': ['a', 'b'] },
                'home': { 'type': 'string', 'from_env': 'HOME' }, 'key': { 'type': 'string', 'secret': true, 'default': 'hush' }
              },
              'steps': [
                { 'id': 'a', 'command': 'printf', 'args': ['%s|', '${name}', '{{ inputs.count }}', '{{ inputs.rate }}', '{{ inputs.loud }}', '{{ inputs.names }}', '${home}'] },
                { 'id': 'b', 'command': 'true', 'condition': 'inputs.count >= 3 && !inputs.loud && "b" in inputs.names' },
                { 'id': 'c', 'for_each': 'inputs.names', 'command': 'printf', 'args': ['{{ item }}'] },
                { 'id': 'd', 'command': 'sh', 'args': ['-c', 'echo ${key} >&2; exit 1'], 'depends_on': ['a', 'b', 'c'] }
              ]
            }
            """;
        Assert.Contains("***", await FileRun.SameAsync(Quoted(file), new JsonObject { ["name"] = "Ada" }), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("integer", "1e3", "1000")]
    [InlineData("integer", "1.0", "1")]
    [InlineData("integer", "-0", "0")]
    [InlineData("integer", "-9223372036854775808", "-9223372036854775808")]
    [InlineData("number", "1e3", "1000")]
    [InlineData("number", "25e-3", "0.025")]
    [InlineData("number", "1.50", "1.50")]
    [InlineData("number", "1.0", "1.0")]
    [InlineData("number", "-0.0", "0.0")]
    public async Task Numbers_that_are_inputs_have_one_spelling(string type, string written, string spelled)
    {
        var variable = $"PLANDSL_TEST_{Guid.NewGuid():N}";
        Environment.SetEnvironmentVariable(variable, written);
        var file = $$$"""
            {
              'plan_id': 'sample',
              'inputs': { 'a': { 'type': '{{{type}}}', 'default': {{{written}}} }, 'b': { 'type': '{{{type}}}', 'from_env': '{{{variable}}}' } },
              'steps': [
                { 'id': 'texts', 'command': 'printf', 'args': ['%s|', '${a}', '{{ inputs.a }}', '{{ inputs.b }}', '${b}'], 'condition': 'inputs.a == {{{written}}} && inputs.a == inputs.b' },
                { 'id': 'values', 'agent': { 'agent_id': 'x', 'prompt': '${a} {{ inputs.b }}', 'with': { 'a': '{{ inputs.a }}', 'b': '{{ inputs.b }}', 'all': '{{ inputs }}' } } }
              ]
            }
            """;

        Assert.Contains($"{spelled}|{spelled}|{spelled}|{spelled}|", await FileRun.SameAsync(Quoted(file)), StringComparison.Ordinal);
        Environment.SetEnvironmentVariable(variable, null);
    }

    [Theory]
    [InlineData("1e3")]
    [InlineData("1.0")]
    [InlineData("-0")]
    [InlineData("-0.0")]
    [InlineData("1.50")]
    public async Task Numbers_that_are_constants_stay_as_they_are_written(string written) => Assert.Contains($"{written}|x{written}|", await FileRun.SameAsync(Quoted($$$"""
        {
          'plan_id': 'sample', 'bindings': { 'n': {{{written}}} },
          'steps': [
            { 'id': 'texts', 'command': 'printf', 'args': ['%s|', '{{ bindings.n }}', 'x{{ bindings.n }}'], 'condition': 'bindings.n < 2000' },
            { 'id': 'values', 'agent': { 'agent_id': 'x', 'with': { 'n': '{{ bindings.n }}' } } }
          ]
        }
        """)), StringComparison.Ordinal);

    [Theory]
    [InlineData("'command': 'echo'", "true")]
    [InlineData("'command': 'echo', 'compensate': { 'agent': { 'agent_id': 'undo', 'with': { 'r': '{{ result.exit_code }}' } } }", "false")]
    [InlineData("'agent': { 'agent_id': 'x' }, 'repeat_until': 'result.attempt == 1', 'max_iterations': 2", "true")]
    [InlineData("'for_each': 'bindings.list', 'command': 'echo', 'args': ['{{ item }}']", "true")]
    [InlineData("'command': 'false', 'fallback': { 'command': 'echo' }", "true")]
    [InlineData("'type': 'parallel', 'parallel': { 'steps': [{ 'id': 'x', 'command': 'true' }, { 'id': 'y', 'command': 'true' }] }", "true")]
    public async Task Successes_that_are_not_accepted(string step, string end)
    {
        var went = await FileRun.SameAsync(Quoted($$$"""
            {
              'plan_id': 'sample', 'order': 'sequential', 'bindings': { 'list': ['x', 'y'] },
              'steps': [
                { 'id': 'a', {{{step}}}, 'on_failure': 'continue', 'transitions': { 'allowed_events': ['step_failed'] } },
                { 'id': 'b', 'agent': { 'agent_id': 'x', 'with': { 'a': '{{ a ?? null }}' } } },
                { 'id': 'c', 'command': '{{{end}}}' }
              ]
            }
            """));
        if (end == "true")
            Assert.Contains("a = nothing", went, StringComparison.Ordinal);
    }

    private static Task SameAsync(params string[] steps) => FileRun.SameAsync(Quoted($$"""
        {
          'plan_id': 'sample', 'order': 'dag',
          'bindings': { 'word': 'a b', 'n': 5, 'list': ['x', 'y z'], 'map': { 'k': [1, true] } },
          'steps': [ {{string.Join(",\n", steps)}} ]
        }
        """));

    // Quotes within quotes are written \".
    private static string Quoted(string json) => json.Replace("\"", "\\\"", StringComparison.Ordinal).Replace('\'', '"');
}
