using System.Text.Json;

namespace PlanDsl.Tests;

public sealed class CallTests
{
    private readonly FilePlan _plans = new();

    [Fact]
    public async Task A_step_is_given_what_it_asks_for_and_its_result_goes_to_those_that_read_it()
    {
        var results = await _plans.RunAsync(FilePlan.Steps(
            "{ 'id': 'a', 'call': 'echo', 'with': { 'value': { 'total': 3, 'lines': ['x', 'y'] } } }",
            "{ 'id': 'b', 'call': 'echo', 'with': { 'total': '{{ a.total }}', 'text': 'of {{ a.lines[1] }}: {{ a.total }}', 'deep': [{ 'all': '{{ a.lines }}' }] } }"));

        Assert.Equal("""a={"total":3,"lines":["x","y"]} b={"total":3,"text":"of y: 3","deep":[{"all":["x","y"]}]}""", results);
    }

    [Fact]
    public async Task A_step_that_gives_nothing_gives_an_empty_object()
    {
        Assert.Equal("a={}", await _plans.RunAsync(FilePlan.Steps("{ 'id': 'a', 'call': 'echo' }")));
    }

    [Fact]
    public async Task A_handler_that_asks_for_the_context_of_its_attempt_is_given_it()
    {
        _plans.Handlers.AddWithContext("who", static (_, context) => new(JsonSerializer.SerializeToElement($"{context.StepId} {context.Attempt}")));

        Assert.Equal("""a="a 1" b="b 1" """.Trim(), await _plans.RunAsync(FilePlan.Steps("{ 'id': 'a', 'call': 'who' }", "{ 'id': 'b', 'call': 'who', 'depends_on': ['a'] }")));
    }

    [Fact]
    public async Task A_handler_that_returns_nothing_leaves_no_result()
    {
        _plans.Handlers.Add("nothing", static (_, _) => default);

        Assert.Equal("", await _plans.RunAsync(FilePlan.Steps("{ 'id': 'a', 'call': 'nothing' }")));
    }

    [Fact]
    public void A_call_that_nobody_answers_is_told_before_anything_runs()
    {
        var plan = _plans.Parse(FilePlan.Steps("{ 'id': 'a', 'call': 'echo' }", "{ 'id': 'b', 'call': 'ecco' }"));

        var fault = Assert.Throws<InvalidPlanException>(() => plan.Start());

        var finding = Assert.Single(fault.LocatedFindings);
        Assert.Equal("test.plan.json(2,22): error PLAN0506: Step 'b' calls 'ecco', and no handler has that name; did you mean 'echo'?", finding.ToString());
        Assert.Empty(_plans.Calls);
    }

    [Fact]
    public async Task Exceptions_of_handlers_are_failures_of_their_steps()
    {
        var outcome = await _plans.OutcomeOf(FilePlan.Steps("{ 'id': 'a', 'call': 'fail', 'with': { 'message': 'no way' } }"));

        Assert.Equal((RunStatus.Failed, FailureKind.Exception, "no way", "a"), (outcome.Status, outcome.Error!.Kind, outcome.Error.Message, outcome.Error.StepId));
    }

    [Fact]
    public async Task A_path_that_leads_nowhere_is_a_failure_of_kind_binding_that_no_retry_follows()
    {
        var outcome = await _plans.OutcomeOf(FilePlan.Steps(
            "{ 'id': 'a', 'call': 'echo' }",
            "{ 'id': 'b', 'call': 'echo', 'with': { 'value': '{{ a.total }}' }, 'retries': 3 }"));

        Assert.Equal((FailureKind.Binding, "b", 1), (outcome.Error!.Kind, outcome.Error.StepId, outcome.Steps[1].Attempts));
        Assert.StartsWith("In 'with' of step 'b': ", outcome.Error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_inserted_is_not_read_again()
    {
        var results = await _plans.RunAsync(
            FilePlan.Steps("{ 'id': 'a', 'call': 'echo', 'with': { 'value': 'x ${V} {{{{ $${V}' } }"), new() { ["V"] = "{{ b }} ${V}" });

        Assert.Equal("""x {{ b }} ${V} {{ ${V}""", JsonSerializer.Deserialize<string>(results["a=".Length..]));
    }

    [Fact]
    public async Task A_result_of_a_run_that_fails_can_still_be_read()
    {
        var run = _plans.Start(FilePlan.Steps("{ 'id': 'a', 'call': 'echo', 'with': { 'value': 1 } }", "{ 'id': 'b', 'call': 'fail', 'depends_on': ['a'] }"));
        await run.Completion.Soon();

        Assert.Equal("a=1", FilePlan.Json(run.ResultsSoFar));
    }

    [Fact]
    public async Task Results_say_which_key_is_wrong()
    {
        var results = await _plans.Parse(FilePlan.Steps("{ 'id': 'a', 'call': 'echo', 'condition': 'false' }", "{ 'id': 'b', 'call': 'echo' }")).RunAsync().Soon();

        Assert.Equal((1, false, true), (results.Count, results.ContainsKey("a"), results.ContainsKey("b")));
        Assert.Contains("left no result", Assert.Throws<KeyNotFoundException>(() => results["a"]).Message, StringComparison.Ordinal);
        Assert.Contains("No step", Assert.Throws<KeyNotFoundException>(() => results["c"]).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_plan_of_twenty_thousand_steps_runs()
    {
        const int count = 20_000;
        string[] steps = [.. Enumerable.Range(0, count).Select(static step => step == 0
            ? "{ 'id': 's0', 'call': 'next', 'with': { 'n': 0 } }"
            : $"{{ 'id': 's{step}', 'call': 'next', 'with': {{ 'n': '{{{{ s{step - 1} }}}}' }} }}")];
        _plans.Handlers.Add("next", static (with, _) => new(JsonSerializer.SerializeToElement(with.GetProperty("n").GetInt32() + 1)));
        var results = await _plans.Parse(FilePlan.Steps(steps)).RunAsync().Soon();

        Assert.Equal((count, count), (results.Count, results[$"s{count - 1}"].GetInt32()));
    }

    [Fact]
    public void A_name_has_one_handler()
    {
        Assert.Throws<ArgumentException>(() => _plans.Handlers.Add("echo", static (_, _) => default));
    }
}
