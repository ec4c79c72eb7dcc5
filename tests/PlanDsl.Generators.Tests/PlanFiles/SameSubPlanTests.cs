namespace PlanDsl.Generators.Tests;

/// <summary>A plan file that runs another means the same compiled and interpreted: what the other is given, and what it leaves.</summary>
public class SameSubPlanTests
{
    private const string Typed = "'inputs': { 'word': { 'type': 'string', 'default': 'word' }, 'rate': { 'type': 'number', 'default': 1.5 }, 'loud': { 'type': 'boolean', 'default': false }, 'times': { 'type': 'integer' } }";
    private const string ShowTyped = "{ 'id': 'say', 'command': 'printf', 'args': ['%s', '${word} {{ inputs.rate }} {{ inputs.loud }} {{ inputs.times }}'] }";

    private const string Inner = """
        {
          'bindings': { 'list': [1, 2] },
          'steps': [
            { 'id': 'a', 'command': 'printf', 'args': ['1'] },
            { 'id': 'b', 'command': 'true', 'condition': 'false' },
            { 'id': 'c', 'for_each': 'bindings.list', 'command': 'printf', 'args': ['{{ item }}'] },
            { 'id': 'd', 'command': 'false', 'on_failure': 'continue' }
          ]
        }
        """;

    [Theory]
    [InlineData("'times': 3")]
    [InlineData("'times': '3', 'rate': '2.50', 'loud': 'true', 'word': ''")]
    [InlineData("'times': '${n}{{ bindings.n }}', 'word': '${n}'")]
    [InlineData("'times': '{{ bindings.text }}', 'rate': '{{ bindings.n }}', 'loud': '{{ bindings.n > 3 }}'")]
    [InlineData("'times': '{{ first.json.n }}', 'rate': '{{ first.json.n }}', 'word': '{{ first.json.word }}'")]
    [InlineData("'times': '{{ first.stdout }}'")]
    [InlineData("'times': '{{ first.json.word }}'")]
    [InlineData("'times': '{{ first.json.n }}', 'word': '{{ first.json.n }}'")]
    [InlineData("'times': '${n}{{ first.json.word }}'")]
    [InlineData("'times': '{{ bindings.round }}', 'rate': '{{ bindings.round }}'")]
    [InlineData("'times': '{{ bindings.thousand }}', 'rate': '{{ bindings.thousand }}'")]
    [InlineData("'times': '{{ bindings.round_text }}', 'rate': '{{ bindings.round_text }}', 'loud': '{{ bindings.truth }}'")]
    [InlineData("'times': '{{ bindings.deep.round }}', 'rate': '{{ bindings.deep.round }}'")]
    [InlineData("'times': 1, 'word': '{{ bindings.run.fault }} {{ bindings.fault[0] }}'")]
    public Task Inputs_are_read_as_those_of_a_run(string with) => SameAsync(with, Typed, ShowTyped);

    [Theory]
    [InlineData("'count': 5, 'list': ['a', { 'b': 1 }], 'flag': true, 'unread': 'x'")]
    [InlineData("'count': '${n}', 'list': '{{ bindings.list }}', 'unread': '{{ first.json.n }}'")]
    [InlineData("'list': '{{ first.stdout }}', 'unread': '{{ first.json.missing }}'")]
    [InlineData("")]
    public Task Who_declares_none_takes_any(string with) => SameAsync(
        with, "'name': 'any'", "{ 'id': 'say', 'command': 'printf', 'args': ['%s|', '${count}', '${list}', '{{ inputs.flag ?? false }}', '${flag}'] }");

    [Fact]
    public Task What_is_not_given_is_not_among_the_inputs() => SameAsync(
        "'flag': 7", "'name': 'any'", "{ 'id': 'say', 'agent': { 'agent_id': 'x', 'prompt': '${count}', 'with': { 'all': '{{ inputs }}', 'flag': '{{ inputs.flag ?? 1 }}' } } }");

    [Fact]
    public Task What_its_environment_does_not_have_is_missed() => SameAsync("", "'inputs': { 'key': { 'type': 'string', 'from_env': 'PLANDSL_NOT_SET_ANYWHERE' } }", "{ 'id': 'say', 'command': 'true' }");

    [Theory]
    [InlineData("{ 'type': 'array' }", "'x': '[1, 2]'")]
    [InlineData("{ 'type': 'array' }", "'x': '{{ first.json }}'")]
    [InlineData("{ 'type': 'object' }", "'x': '{{ first.json }}'")]
    [InlineData("{}", "'x': '{{ first.json }}'")]
    [InlineData("{ 'type': 'object' }", "'x': '{{ inputs }}'")]
    [InlineData("{ 'type': 'object' }", "'x': '{{ bindings }}'")]
    [InlineData("{ 'type': 'object' }", "'x': '{{ env }}'")]
    [InlineData("{ 'type': 'array' }", "'x': ' [{{ first.json.n }}, 1]'")]
    [InlineData("{ 'type': 'array' }", "'x': '[{{ first.json.word }}]'")]
    [InlineData("{ 'type': 'integer' }", "'x': ' 1{{ first.json.n }}'")]
    [InlineData("{ 'type': 'boolean' }", "'x': 't{{ bindings.rue }} '")]
    [InlineData("{ 'type': 'object', 'default': { 'a': [1] } }", "")]
    public Task Inputs_may_be_any_json(string input, string with) => SameAsync(with, $"'inputs': {{ 'x': {input} }}", "{ 'id': 'say', 'command': 'printf', 'args': ['%s|', '{{ inputs.x }}'] }");

    [Theory]
    [InlineData("{ 'id': 'sub', 'plan': 'inner' }")]
    [InlineData("{ 'id': 'sub', 'for_each': 'bindings.list', 'plan': 'inner' }")]
    [InlineData("{ 'id': 'sub', 'plan': 'middle' }")]
    [InlineData("{ 'id': 'sub', 'plan': 'failing', 'fallback': { 'plan': 'inner' } }")]
    [InlineData("{ 'id': 'sub', 'plan': 'failing', 'fallback': { 'plan': 'working' } }")]
    [InlineData("{ 'id': 'sub', 'plan': 'failing', 'fallback': { 'command': 'true' } }")]
    [InlineData("{ 'id': 'sub', 'plan': 'failing', 'on_failure': 'continue' }")]
    [InlineData("{ 'id': 'sub', 'type': 'parallel', 'parallel': { 'steps': [{ 'id': 'x', 'plan': 'inner' }, { 'id': 'y', 'plan': 'middle' }] } }")]
    public Task Its_results_are_an_object(string step) => new FileRun(Quoted(
        $"{{ 'plan_id': 'sample', 'bindings': {{ 'list': [1, 2] }}, 'steps': [ {step}, {{ 'id': 'show', 'agent': {{ 'agent_id': 'x', 'with': {{ 'all': '{{{{ sub ?? null }}}}' }} }} }} ] }}"))
    {
        Others =
        [
            ("inner.plan.json", Quoted(Inner)),
            ("middle.plan.json", Quoted("{ 'steps': [ { 'id': 'm', 'plan': 'inner' }, { 'id': 'n', 'command': 'printf', 'args': ['{{ m.a.stdout }} {{ m.b.stdout ?? \"none\" }} {{ m.c[1].stdout }}'] } ] }")),
            ("failing.plan.json", Quoted("{ 'steps': [ { 'id': 'f', 'command': 'false' } ] }")),
            ("working.plan.json", Quoted("{ 'steps': [ { 'id': 'f', 'command': 'true' } ] }")),
        ],
    }.SameAsync();

    [Fact]
    public Task The_results_of_a_group_whose_children_have_keys_are_an_object_there() => new FileRun(Quoted("""
        { 'plan_id': 'sample', 'steps': [
          { 'id': 'sub', 'plan': 'keyed' },
          { 'id': 'show', 'command': 'printf', 'args': ['%s|', '{{ sub.g }}', '{{ sub.g.one.stdout }}', '{{ sub.g.two.none ?? 7 }}', 'of {{ sub.g }}', '{{ sub.maybe ?? sub.g }}'], 'condition': 'sub.g.one.stdout == "1" && sub.g != null' },
          { 'id': 'each', 'command': 'printf', 'args': ['{{ item }}'], 'for_each': 'sub.g.two.list' },
          { 'id': 'give', 'plan': 'takes', 'with': { 'o': '{{ sub.g }}', 't': '{{ sub.g.one.stdout }}', 'n': '{{ sub.g.one.json }}', 'l': '{{ sub.g.two.list }}' } },
          { 'id': 'tell', 'agent': { 'agent_id': 'x', 'with': { 'all': '{{ sub }}', 'g': '{{ sub.g }}', 'in': ['{{ sub.g }}'] } } }
        ] }
        """))
    {
        Others =
        [
            ("keyed.plan.json", Quoted("""
                { 'plan_id': 'keyed', 'steps': [
                  { 'id': 'g', 'type': 'parallel', 'parallel': { 'steps': [
                    { 'result_key': 'one', 'command': 'printf', 'args': ['1'] },
                    { 'result_key': 'two', 'agent': { 'agent_id': 'x', 'with': { 'answer': { 'list': [1, 2] } } } } ] } },
                  { 'id': 'maybe', 'type': 'parallel', 'parallel': { 'steps': [ { 'result_key': 'late', 'command': 'true' } ] }, 'condition': 'g == null' } ] }
                """)),
            ("takes.plan.json", Quoted("""
                { 'inputs': { 'o': { 'type': 'object' }, 't': { 'type': 'string' }, 'n': { 'type': 'integer' }, 'l': { 'type': 'array' } },
                  'steps': [ { 'id': 'say', 'command': 'printf', 'args': ['%s|', '{{ inputs.o.one.stdout }}', '${t}', '${n}', '{{ inputs.l }}'] } ] }
                """)),
        ],
    }.SameAsync();

    private static Task SameAsync(string with, string head, string step) => new FileRun(Quoted($$$"""
        {
          'plan_id': 'sample', 'inputs': { 'n': { 'type': 'integer' } },
          'bindings': { 'n': 5, 'text': '12', 'run': { 'fault': 1 }, 'fault': [2], 'list': ['a', 'b c'],
            'round': 5.0, 'thousand': 1e3, 'round_text': ' 5.0', 'truth': 'true ', 'deep': { 'round': 5.0 }, 'rue': 'rue' },
          'steps': [
            { 'id': 'first', 'command': 'printf', 'args': ['{"n": 4, "word": "w"}'] },
            { 'id': 'sub', 'plan': 'inner', 'with': { {{{with}}} }, 'depends_on': ['first'] },
            { 'id': 'show', 'agent': { 'agent_id': 'x', 'with': { 'all': '{{ sub }}' } } }
          ]
        }
        """))
    {
        Inputs = new() { ["n"] = 4 },
        Others = [("inner.plan.json", Quoted($"{{ {head}, 'steps': [ {step} ] }}"))],
    }.SameAsync();

    // Quotes within quotes are written \".
    private static string Quoted(string json) => json.Replace("\"", "\\\"", StringComparison.Ordinal).Replace('\'', '"');
}
