namespace PlanDsl.Tests;

public sealed class FileFlowTests
{
    private readonly FilePlan _plans = new();

    [Fact]
    public async Task A_plan_in_order_runs_its_steps_one_after_the_other()
    {
        await _plans.RunAsync(Sequence("{ 'id': 'a', 'call': 'echo', 'with': { 'n': 1 } }", "{ 'id': 'b', 'call': 'echo', 'with': { 'n': 2 } }", "{ 'id': 'c', 'call': 'echo', 'with': { 'n': 3 } }"));

        Assert.Equal(["""echo {"n":1}""", """echo {"n":2}""", """echo {"n":3}"""], _plans.Calls);
    }

    [Fact]
    public async Task Success_leads_to_the_next_step_that_is_named()
    {
        Assert.Equal("a=Succeeded b=Skipped c=Succeeded", await Statuses(
            "{ 'id': 'a', 'call': 'echo', 'transitions': { 'default_next_step': 'c', 'failure_branch_ids': ['b'] } }",
            "{ 'id': 'b', 'call': 'echo' }",
            "{ 'id': 'c', 'call': 'echo' }"));
    }

    [Fact]
    public async Task A_failure_leads_to_its_branch_and_on_from_there()
    {
        Assert.Equal("a=Failed b=Succeeded x=Succeeded y=Succeeded c=Succeeded", await Statuses(
            "{ 'id': 'a', 'call': 'fail', 'transitions': { 'failure_branch_ids': ['x', 'y'] } }",
            "{ 'id': 'b', 'call': 'echo' }",
            "{ 'id': 'x', 'call': 'echo' }",
            "{ 'id': 'y', 'call': 'echo' }",
            "{ 'id': 'c', 'call': 'echo' }"));
    }

    [Fact]
    public async Task A_branch_leads_where_its_last_step_says()
    {
        Assert.Equal("a=Failed b=Skipped x=Succeeded c=Succeeded", await Statuses(
            "{ 'id': 'a', 'call': 'fail', 'transitions': { 'failure_branch_ids': ['x'] } }",
            "{ 'id': 'b', 'call': 'echo' }",
            "{ 'id': 'x', 'call': 'echo', 'transitions': { 'default_next_step': 'c' } }",
            "{ 'id': 'c', 'call': 'echo' }"));
    }

    [Fact]
    public async Task A_failure_without_a_branch_is_a_failure_of_the_run()
    {
        var outcome = await _plans.OutcomeOf(Sequence(
            "{ 'id': 'a', 'call': 'echo', 'transitions': { 'failure_branch_ids': ['x'] } }",
            "{ 'id': 'b', 'call': 'fail' }",
            "{ 'id': 'c', 'call': 'echo' }",
            "{ 'id': 'x', 'call': 'echo' }",
            "{ 'id': 'cleanup', 'call': 'echo', 'run_when': 'always' }"));

        Assert.Equal((RunStatus.Failed, "b"), (outcome.Status, outcome.Error!.StepId));
        Assert.Equal("a=Succeeded b=Failed c=Cancelled x=Skipped cleanup=Succeeded", outcome.Statuses());
    }

    [Fact]
    public async Task A_branch_may_stand_before_the_step_that_it_is_of()
    {
        Assert.Equal("x=Succeeded a=Failed b=Succeeded", await Statuses(
            "{ 'id': 'x', 'call': 'echo' }",
            "{ 'id': 'a', 'call': 'fail', 'transitions': { 'failure_branch_ids': ['x'] } }",
            "{ 'id': 'b', 'call': 'echo' }"));
    }

    [Fact]
    public async Task A_success_that_is_not_accepted_leads_to_the_branch_and_leaves_no_result()
    {
        var outcome = await _plans.OutcomeOf(Sequence(
            "{ 'id': 'a', 'call': 'echo', 'transitions': { 'allowed_events': ['step_failed'], 'failure_branch_ids': ['x'] } }",
            "{ 'id': 'x', 'call': 'echo', 'with': { 'value': '{{ steps.a.error.kind }} {{ a ?? 7 }}' } }"));

        Assert.Equal(("a=Failed x=Succeeded", """x="transition 7" """.Trim()), (outcome.Statuses(), FilePlan.Json(outcome.Results!)));
    }

    [Fact]
    public async Task A_success_that_is_not_accepted_is_undone_as_any_other()
    {
        var outcome = await _plans.OutcomeOf(Sequence(
            "{ 'id': 'a', 'call': 'echo', 'compensate': { 'call': 'echo', 'with': { 'undo': 'a' } } }",
            "{ 'id': 'b', 'call': 'echo', 'compensate': { 'call': 'echo', 'with': { 'undo': 'b' } }, 'transitions': { 'allowed_events': ['step_failed'] } }"));

        Assert.Equal("a=Succeeded b=Failed", outcome.Statuses());
        Assert.Equal(["echo {}", "echo {}", """echo {"undo":"b"}""", """echo {"undo":"a"}"""], _plans.Calls);
    }

    [Fact]
    public async Task A_success_by_a_fallback_that_is_not_accepted_is_not_undone()
    {
        await _plans.OutcomeOf(Sequence(
            "{ 'id': 'a', 'call': 'fail', 'fallback': { 'call': 'echo' }, 'compensate': { 'call': 'echo', 'with': { 'undo': 'a' } }, 'transitions': { 'allowed_events': ['step_failed'] } }"));

        Assert.Equal(["fail {}", "echo {}"], _plans.Calls);
    }

    [Fact]
    public void A_way_that_comes_back_is_a_circle()
    {
        var fault = Assert.Throws<InvalidPlanException>(() => _plans.Parse(Sequence(
            "{ 'id': 'a', 'call': 'echo' }", "{ 'id': 'b', 'call': 'echo', 'transitions': { 'default_next_step': 'a' } }")));

        Assert.Contains("PLAN0101", fault.Ids);
    }

    private static string Sequence(params string[] steps) => FilePlan.Quoted($"{{ 'order': 'sequential', 'steps': [ {string.Join(",\n", steps)} ] }}");

    private async Task<string> Statuses(params string[] steps)
    {
        var outcome = await _plans.OutcomeOf(Sequence(steps)).ConfigureAwait(false);
        Assert.Equal(RunStatus.Succeeded, outcome.Status);
        return outcome.Statuses();
    }
}
