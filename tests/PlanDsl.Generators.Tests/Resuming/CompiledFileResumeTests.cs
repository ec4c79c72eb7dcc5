using PlanDsl.Testing.Internal;

namespace PlanDsl.Generators.Tests;

/// <summary>Plan files that are compiled, whose runs are left after each of their events, and resumed.</summary>
public class CompiledFileResumeTests
{
    [Theory]
    [InlineData("{ 'id': 'a', 'command': 'printf', 'args': ['x'] }", "{ 'id': 'b', 'command': 'printf', 'args': ['{{ a.stdout }}!'] }")]
    [InlineData("{ 'id': 'a', 'command': 'false', 'fallback': { 'agent': { 'agent_id': 'x', 'timeout_ms': 60000 } } }", "{ 'id': 'b', 'command': 'printf', 'args': ['{{ a.agent }}'] }")]
    [InlineData("{ 'id': 'a', 'command': 'printf', 'args': ['{{ iteration }}'], 'repeat_until': '(previous.stdout ?? \"\") == \"2\"', 'max_iterations': 4 }", "{ 'id': 'b', 'command': 'printf', 'args': ['{{ a.stdout }}'] }")]
    [InlineData("{ 'id': 'a', 'for_each': 'bindings.list', 'command': 'printf', 'args': ['{{ item }} {{ iteration }}'], 'repeat_until': '(previous.stdout ?? result.stdout) != result.stdout', 'max_iterations': 3 }", "{ 'id': 'b', 'command': 'printf', 'args': ['{{ a[1].stdout }}'] }")]
    [InlineData("{ 'id': 'g', 'type': 'parallel', 'parallel': { 'steps': [{ 'id': 'x', 'result_key': 'p', 'command': 'printf', 'args': ['1'] }, { 'id': 'y', 'result_key': 'q', 'type': 'agent', 'agent': { 'agent_id': 'z' } }] } }", "{ 'id': 'b', 'command': 'printf', 'args': ['{{ g.p.stdout }}'] }")]
    [InlineData("{ 'id': 'a', 'command': 'true' }", "{ 'id': 'b', 'command': 'false', 'depends_on': ['a'], 'condition': 'a.exit_code > 0' }", "{ 'id': 'c', 'command': 'printf', 'args': ['{{ b.stdout ?? \"none\" }}'] }")]
    public Task What_is_recorded_is_read_again(params string[] steps) => AssertAsync($$"""
        { 'plan_id': 'sample', 'order': 'dag', 'bindings': { 'list': ['x', 'y z'] }, 'steps': [ {{string.Join(",\n", steps)}} ] }
        """);

    [Theory]
    [InlineData("true", "true")]
    [InlineData("false", "true")]
    [InlineData("false", "false")]
    public Task The_way_through_transitions_stays_the_same(string first, string branch) => AssertAsync($$"""
        {
          'plan_id': 'sample', 'order': 'sequential',
          'steps': [
            { 'id': 'a', 'command': '{{first}}', 'transitions': { 'failure_branch_ids': ['mend'], 'default_next_step': 'c' } },
            { 'id': 'b', 'command': 'true' },
            { 'id': 'c', 'command': 'true', 'transitions': { 'allowed_events': ['step_succeeded'] } },
            { 'id': 'mend', 'command': '{{branch}}', 'transitions': { 'default_next_step': 'b' } }
          ]
        }
        """);

    [Fact]
    public async Task Secrets_are_not_recorded_and_asked_for_again()
    {
        var plan = Plan("""
            {
              'plan_id': 'sample', 'inputs': { 'key': { 'type': 'string', 'secret': true }, 'note': { 'type': 'string' }, 'n': { 'type': 'integer', 'default': 3 } },
              'steps': [
                { 'id': 'a', 'command': 'printf', 'args': ['%s', '${key}'] },
                { 'id': 'b', 'command': 'printf', 'args': ['{{ a.stdout }} {{ inputs.n }} ${note}'] }
              ]
            }
            """);
        (plan.Inputs, plan.Secrets) = (["hush", "say hush", 5L], ["hush"]);
        Assert.Contains("hush 5 say hush", await plan.AssertAsync(), StringComparison.Ordinal);

        var (_, events) = await plan.RecordAsync();
        Assert.All(events, static told => Assert.DoesNotContain("hush", PlanEventText.Of(told), StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_secret_that_is_not_there_any_more_is_named_and_the_run_stays_as_it_was()
    {
        const string variable = "PLANDSL_KEY_THAT_GOES";
        var plan = Plan($$"""
            { 'plan_id': 'sample', 'inputs': { 'key': { 'type': 'string', 'secret': true, 'from_env': '{{variable}}' } }, 'steps': [ { 'id': 'a', 'command': 'printf', 'args': ['%s', '${key}'] } ] }
            """);
        (plan.Inputs, plan.Secrets) = ([null], [null]);
        Environment.SetEnvironmentVariable(variable, "hush");
        var (_, events) = await plan.RecordAsync();
        var journal = await LeftPlan.CutAsync(events[..2]);
        Environment.SetEnvironmentVariable(variable, null);

        var refused = await Assert.ThrowsAsync<ArgumentException>(() => plan.ResumeAsync(new() { Journal = journal }));
        Assert.Contains($"'{variable}'", refused.Message, StringComparison.Ordinal);

        plan.Secrets = ["quiet"];
        var resumed = await plan.ResumeAsync(new() { Journal = journal });
        Assert.Equal(RunStatus.Succeeded, (await resumed.Completion).Status);
    }

    [Fact]
    public async Task Secrets_of_plans_that_steps_run_are_not_recorded_either()
    {
        const string variable = "PLANDSL_KEY_OF_INNER";
        Environment.SetEnvironmentVariable(variable, "hush");
        var plan = new LeftPlan(PlanFileRun.Of([
            PlanFileRun.File("inner.plan.json", Quoted($$"""
                {
                  'plan_id': 'inner', 'inputs': { 'key': { 'type': 'string', 'secret': true, 'from_env': '{{variable}}' }, 'other': { 'type': 'string', 'secret': true, 'default': 'quiet' } },
                  'steps': [ { 'id': 'a', 'command': 'printf', 'args': ['${key} ${other}'] } ]
                }
                """)),
            PlanFileRun.File("sample.plan.json", Quoted("""
                { 'plan_id': 'sample', 'order': 'dag', 'steps': [ { 'id': 'run', 'plan': 'inner' }, { 'id': 'b', 'command': 'printf', 'args': ['{{ run.a.stdout }}!'] } ] }
                """))]).AssertCompiles().Load(), "Shop.SamplePlan");
        Assert.Contains("hush quiet!", await plan.AssertAsync(), StringComparison.Ordinal);

        var (_, events) = await plan.RecordAsync();
        Assert.All(events, static told => Assert.DoesNotMatch("hush|quiet", PlanEventText.Of(told)));
    }

    // Each is known by its name, and not by its place among others.
    [Fact]
    public async Task A_secret_that_a_plan_has_been_given_since_stands_in_no_other_ones_place()
    {
        const string token = "'token': { 'type': 'string', 'secret': true }";
        var started = Plan(With(token));
        started.Inputs = ["TOKEN-AAA"];
        var (_, events) = await started.RecordAsync();
        var journal = await LeftPlan.CutAsync([.. events.TakeWhile(static told => told is not StepStartedEvent { StepPath: "b" })]);

        var resumed = Plan(With("'db_password': { 'type': 'string', 'secret': true }, " + token));
        resumed.Secrets = ["DBPASS-BBB", "TOKEN-AAA"];
        var outcome = LeftPlan.TextOf(await (await resumed.ResumeAsync(new() { Journal = journal })).Completion);

        Assert.Contains("sent TOKEN-AAA", outcome, StringComparison.Ordinal);
        Assert.DoesNotContain("DBPASS-BBB", outcome, StringComparison.Ordinal);

        static string With(string inputs) =>
            $"{{ 'plan_id': 'sample', 'inputs': {{ {inputs} }}, 'steps': [ {{ 'id': 'a', 'command': 'printf', 'args': ['%s', '${{token}}'] }}, {{ 'id': 'b', 'command': 'printf', 'args': ['sent {{{{ a.stdout }}}}'] }} ] }}";
    }

    [Fact]
    public async Task Nor_does_one_of_a_plan_that_a_step_runs()
    {
        const string token = "'token': { 'type': 'string', 'secret': true, 'default': 'TOKEN-AAA' }";
        var (_, events) = await With(token).RecordAsync();
        var journal = await LeftPlan.CutAsync([.. events.TakeWhile(static told => told is not StepStartedEvent { StepPath: "c" })]);

        var resumed = await With("'db_password': { 'type': 'string', 'secret': true, 'default': 'DBPASS-BBB' }, " + token).ResumeAsync(new() { Journal = journal });
        var outcome = LeftPlan.TextOf(await resumed.Completion);

        Assert.Contains("sent TOKEN-AAA!", outcome, StringComparison.Ordinal);
        Assert.DoesNotContain("DBPASS-BBB", outcome, StringComparison.Ordinal);

        static LeftPlan With(string inputs) => new(PlanFileRun.Of([
            PlanFileRun.File("inner.plan.json", Quoted($"{{ 'plan_id': 'inner', 'inputs': {{ {inputs} }}, 'steps': [ {{ 'id': 'a', 'command': 'printf', 'args': ['%s', '${{token}}'] }} ] }}")),
            PlanFileRun.File("sample.plan.json", Quoted("""
                { 'plan_id': 'sample', 'order': 'dag', 'steps': [ { 'id': 'run', 'plan': 'inner' }, { 'id': 'b', 'command': 'printf', 'args': ['{{ run.a.stdout }}!'] }, { 'id': 'c', 'command': 'printf', 'args': ['sent {{ b.stdout }}'] } ] }
                """))]).AssertCompiles().Load(), "Shop.SamplePlan");
    }

    [Fact]
    public async Task What_methods_of_a_class_return_is_recorded_as_their_types_say()
    {
        var plan = new LeftPlan(PlanFileRun.Of(
            [PlanFileRun.File("sample.plan.json", Quoted("""
                {
                  'plan_id': 'sample', 'inputs': { 'n': { 'type': 'integer' } },
                  'steps': [
                    { 'id': 'orders', 'call': 'Fetch', 'with': { 'count': '{{ inputs.n }}' } },
                    { 'id': 'totals', 'for_each': 'orders', 'call': 'Total', 'with': { 'order': '{{ item }}' } },
                    { 'id': 'show', 'call': 'Show', 'with': { 'totals': '{{ totals }}' } }
                  ]
                }
                """))],
            """
            public sealed record Order(long Id, decimal Total);

            [Plan("sample.plan.json", Resumable = true)]
            public partial class Sample
            {
                private static Task<Order[]> Fetch(long count) => Task.FromResult(Did.It("orders", Enumerable.Range(1, (int)count).Select(id => new Order(id, id + 0.5m)).ToArray()));
                private static (decimal Total, bool IsBig) Total(Order order) => Did.It($"totals[{order.Id - 1}]", (order.Total, order.Total > 2));
                private static string Show((decimal Total, bool IsBig)[] totals) => Did.It("show", FormattableString.Invariant($"{totals[0]} {totals[1]}"));
            }
            """, LeftPlan.Source).AssertCompiles().Load(), "Sample") { Inputs = [2L] };

        Assert.Contains("\"Show\":\"(1.5, False) (2.5, True)\"", await plan.AssertAsync(), StringComparison.Ordinal);
    }

    private static Task<string> AssertAsync(string file) => Plan(file).AssertAsync();

    private static LeftPlan Plan(string file) =>
        new(PlanFileRun.Of([PlanFileRun.File("sample.plan.json", Quoted(file))]).AssertCompiles().Load(), "Shop.SamplePlan") { Options = new() { Agents = new EchoAgents() } };

    // Quotes within quotes are written \".
    private static string Quoted(string json) => json.Replace("\"", "\\\"", StringComparison.Ordinal).Replace('\'', '"');
}
