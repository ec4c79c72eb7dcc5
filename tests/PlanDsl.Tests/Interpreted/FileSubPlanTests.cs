namespace PlanDsl.Tests;

public sealed class FileSubPlanTests : IDisposable
{
    private readonly TempDirectory _directory = new();
    private readonly FilePlan _plans = new();

    public void Dispose() => _directory.Dispose();

    [Fact]
    public async Task A_step_runs_the_plan_in_the_file_beside_its_own()
    {
        Write("outer", "{ 'id': 'a', 'plan': 'inner', 'with': { 'n': 4 } }", "{ 'id': 'b', 'call': 'echo', 'with': { 'value': '{{ a.double }}' } }");
        _directory.Write("inner.plan.json", FilePlan.Quoted("{ 'inputs': { 'n': { 'type': 'integer' } }, 'steps': [ { 'id': 'double', 'call': 'echo', 'with': { 'value': '{{ inputs.n }}{{ inputs.n }}' } } ] }"));
        var outcome = await Load("outer").Start().Completion.Soon();

        Assert.Equal("""a={"double":"44"} b="44" """.Trim(), FilePlan.Json(outcome.Results!));
        Assert.Equal("a=Succeeded(double=Succeeded) b=Succeeded", outcome.Steps.Tree());
    }

    [Theory]
    [InlineData("PLAN0201", "")]
    [InlineData("PLAN0502", "'n': 1, 'm': 2")]
    [InlineData("PLAN0202", "'n': 'many'")]
    public void What_is_not_what_a_sub_plan_asks_for_is_told_before_anything_runs(string id, string with)
    {
        Write("outer", $"{{ 'id': 'a', 'plan': 'inner', 'with': {{ {with} }} }}");
        _directory.Write("inner.plan.json", FilePlan.Quoted("{ 'inputs': { 'n': { 'type': 'integer' } }, 'steps': [ { 'id': 'b', 'call': 'echo' } ] }"));

        Assert.Equal([id], Assert.Throws<InvalidPlanException>(() => Load("outer")).Ids);
    }

    [Fact]
    public async Task What_is_not_what_a_sub_plan_asks_for_and_shows_in_a_run_is_a_failure_of_kind_binding()
    {
        Write("outer", "{ 'id': 'text', 'call': 'echo', 'with': { 'value': 'many' } }", "{ 'id': 'a', 'plan': 'inner', 'with': { 'n': '{{ text }}' } }");
        _directory.Write("inner.plan.json", FilePlan.Quoted("{ 'inputs': { 'n': { 'type': 'integer' } }, 'steps': [ { 'id': 'b', 'call': 'echo' } ] }"));

        Assert.Equal(FailureKind.Binding, (await Load("outer").Start().Completion.Soon()).Error!.Kind);
    }

    [Fact]
    public void Variables_without_a_value_are_told_also_in_the_plans_that_it_runs()
    {
        Write("outer", "{ 'id': 'a', 'plan': 'inner', 'with': { 'ONE': '${ONE}' } }", "{ 'id': 'b', 'call': 'echo', 'fallback': { 'plan': 'inner', 'with': { 'ONE': 1, 'TWO': 2 } } }", "{ 'id': 'c', 'plan': 'declared' }");
        Write("inner", "{ 'id': 'x', 'call': 'echo', 'with': { 'value': '${ONE} ${TWO}' } }", "{ 'id': 'y', 'plan': 'declared' }");
        _directory.Write("declared.plan.json", FilePlan.Quoted("{ 'inputs': { 'n': { 'type': 'integer', 'default': 1 } }, 'steps': [ { 'id': 'z', 'call': 'echo', 'with': { 'value': '${n} ${m}' } } ] }"));

        var told = Load("outer").FindUnresolved().Select(static finding => $"{Path.GetFileName(finding.File)} {finding.Finding.Args[0]} in {finding.Finding.Args[1]}");

        Assert.Equal(["outer.plan.json ONE in step 'a'", "inner.plan.json TWO in step 'x'", "declared.plan.json m in step 'z'"], told);
    }

    [Fact]
    public void A_plan_that_comes_to_run_itself_is_refused()
    {
        Write("outer", "{ 'id': 'a', 'plan': 'inner' }");
        Write("inner", "{ 'id': 'b', 'plan': 'outer' }");

        var finding = Assert.Single(Assert.Throws<InvalidPlanException>(() => Load("outer")).LocatedFindings);
        Assert.Equal(("PLAN0106", 1), (finding.Finding.Id, finding.Line));
        Assert.Contains("outer → inner → outer", finding.Finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_plan_that_is_not_there_is_missed_when_the_file_is_loaded()
    {
        Write("outer", "{ 'id': 'a', 'plan': 'iner' }");

        Assert.Equal("PLAN0506", Assert.Single(InvalidIds()));
        IEnumerable<string> InvalidIds() => Assert.Throws<InvalidPlanException>(() => Load("outer")).Ids;
    }

    [Fact]
    public void A_plan_that_is_not_sound_is_told_of_before_anything_runs()
    {
        Write("outer", "{ 'id': 'first', 'call': 'echo' }", "{ 'id': 'a', 'plan': 'inner', 'depends_on': ['first'] }");
        Write("inner", "{ 'id': 'b', 'call': 'echo', 'depends_on': ['nobody'] }");
        var plan = Load("outer");

        var finding = Assert.Single(Assert.Throws<InvalidPlanException>(() => plan.Start()).LocatedFindings);
        Assert.Equal(("PLAN0102", "inner.plan.json"), (finding.Finding.Id, Path.GetFileName(finding.File)));
        Assert.Empty(_plans.Calls);
    }

    [Fact]
    public async Task Plans_may_be_nested_three_deep()
    {
        Write("one", "{ 'id': 'a', 'plan': 'two' }");
        Write("two", "{ 'id': 'a', 'call': 'fail', 'fallback': { 'plan': 'three' } }");
        Write("three", "{ 'id': 'a', 'plan': 'four' }");
        Write("four", "{ 'id': 'a', 'call': 'echo' }");
        _directory.Write("more.plan.json", FilePlan.Quoted("{ 'limits': { 'max_depth': 4 }, 'steps': [ { 'id': 'a', 'plan': 'two' } ] }"));

        Assert.Equal(["PLAN0008"], Assert.Throws<InvalidPlanException>(() => Load("one")).Ids);
        Assert.Equal(RunStatus.Succeeded, (await Load("two").Start().Completion.Soon()).Status);
        Assert.Equal(RunStatus.Succeeded, (await Load("more").Start().Completion.Soon()).Status);
    }

    [Theory]
    [InlineData("'call': 'fail', 'fallback': { 'plan': 'outer' }")]
    [InlineData("'call': 'fail', 'fallback': { 'plan': 'inner' }")]
    public void A_plan_that_comes_to_run_itself_in_place_of_a_step_is_refused(string step)
    {
        Write("outer", $"{{ 'id': 'a', {step} }}");
        Write("inner", "{ 'id': 'b', 'call': 'fail', 'fallback': { 'plan': 'outer' } }");

        Assert.Equal(["PLAN0106"], Assert.Throws<InvalidPlanException>(() => Load("outer")).Ids);
    }

    [Fact]
    public async Task A_fallback_may_run_a_plan_in_the_only_slot_that_there_is()
    {
        _directory.Write("outer.plan.json", FilePlan.Quoted("{ 'limits': { 'max_parallel': 1 }, 'steps': [ { 'id': 'a', 'call': 'fail', 'fallback': { 'plan': 'inner' } }, { 'id': 'b', 'call': 'echo' } ] }"));
        Write("inner", "{ 'id': 'c', 'call': 'echo' }", "{ 'id': 'd', 'call': 'echo', 'depends_on': ['c'] }");

        Assert.Equal("""a={"c":{},"d":{}} b={}""", FilePlan.Json((await Load("outer").Start().Completion.Soon()).Results!));
    }

    [Theory]
    [InlineData("'compensate': { 'plan': 'inner' }")]
    [InlineData("'compensate': { 'wait': { 'signal': 'go' } }")]
    [InlineData("'fallback': { 'wait': { 'signal': 'go' } }")]
    public void What_would_start_further_steps_or_wait_at_the_end_is_refused(string substitute)
    {
        Write("inner", "{ 'id': 'c', 'call': 'echo' }");
        Write("outer", $"{{ 'id': 'a', 'call': 'echo', {substitute} }}");

        Assert.Equal(["PLAN0307"], Assert.Throws<InvalidPlanException>(() => Load("outer")).Ids);
    }

    [Fact]
    public void An_id_leads_to_no_other_directory()
    {
        Directory.CreateDirectory(_directory["sub"]);
        Write("outer", "{ 'id': 'b', 'call': 'echo' }");
        _directory.Write("sub/inner.plan.json", FilePlan.Steps("{ 'id': 'a', 'plan': '../outer' }"));

        Assert.Throws<InvalidPlanException>(() => InterpretedPlan.Load(_directory["sub/inner.plan.json"], _plans.Options));
    }

    private void Write(string planId, params string[] steps) => _directory.Write(planId + ".plan.json", FilePlan.Steps(steps));

    private InterpretedPlan Load(string planId) => InterpretedPlan.Load(_directory[planId + ".plan.json"], _plans.Options);
}
