namespace PlanDsl.Tests;

/// <summary>Plans that steps have run which had ended when their process died. They are opened once more for what they have left, and nothing in them is done for
/// that, whatever they are by now.</summary>
public sealed class EndedSubPlanTests : IDisposable
{
    private const string RunId = "ended";

    private readonly TempDirectory _directory = new();

    public void Dispose() => _directory.Dispose();

    public static TheoryData<string, string> Additions
    {
        get
        {
            var additions = new TheoryData<string, string>();
            foreach (var added in (string[])
                [
                    "{ 'id': 'n', 'call': 'new' }",
                    "{ 'id': 'n', 'call': 'new', 'depends_on': ['a'] }",
                    "{ 'id': 'n', 'call': 'new', 'run_when': 'always' }",
                    "{ 'id': 'n', 'call': 'new', 'condition': 'true' }",
                    "{ 'id': 'n', 'call': 'new', 'for_each': 'bindings.all' }",
                    "{ 'id': 'n', 'call': 'new', 'repeat_until': 'true', 'max_iterations': 2 }",
                    "{ 'id': 'n', 'parallel': { 'steps': [ { 'id': 'm', 'call': 'new' } ] } }",
                    "{ 'id': 'n', 'plan': 'newer' }",
                    "{ 'id': 'n', 'wait': { 'signal': 'never' } }",
                ])
            {
                additions.Add("'plan': 'inner'", added);
                additions.Add("'plan': 'broken', 'on_failure': 'continue'", added);
                additions.Add("'plan': 'broken', 'fallback': { 'call': 'echo' }", added);
                additions.Add("'call': 'fail', 'fallback': { 'plan': 'inner' }", added);
                additions.Add("'for_each': 'bindings.all', 'plan': 'inner'", added);
            }

            return additions;
        }
    }

    [Theory]
    [MemberData(nameof(Additions))]
    public async Task A_step_that_one_has_been_given_since_does_not_begin(string step, string added)
    {
        WritePlans("");
        _directory.Write("newer.plan.json", FilePlan.Steps("{ 'id': 'x', 'call': 'new' }"));
        var text = FilePlan.Quoted($"{{ 'bindings': {{ 'all': [1] }}, 'steps': [ {{ 'id': 's', {step} }}, {{ 'id': 'w', 'wait': {{ 'signal': 'go' }}, 'depends_on': ['s'] }} ] }}");
        var journal = new MemoryJournal();
        var run = Plans().Parse(text, _directory["outer.plan.json"]).Start(options: new() { Journal = journal, RunId = RunId });
        await run.WhenStatus("w", StepStatus.Waiting);
        Assert.True(await run.TryLetGoAsync().Soon());
        WritePlans($", {added}");
        var plans = Plans();

        var resumed = await plans.Parse(text, _directory["outer.plan.json"]).ResumeAsync(RunId, new() { Journal = journal, AllowChanged = true }).Soon();
        resumed.Signal("go");
        var outcome = await resumed.Completion.Soon();

        Assert.Equal(RunStatus.Succeeded, outcome.Status);
        Assert.Empty(plans.Calls);
        var events = await journal.ReadAsync(RunId).ToListAsync();
        Assert.DoesNotContain(events.OfType<StepEvent>(), static told => told.StepPath.EndsWith("/n", StringComparison.Ordinal));
        Assert.DoesNotContain(outcome.Steps[0].Children, static child => child is { Id: "n", Status: not StepStatus.Cancelled });
    }

    [Theory]
    [InlineData("'plan': 'broken', 'on_failure': 'continue'")]
    [InlineData("'plan': 'broken', 'fallback': { 'call': 'echo' }")]
    public async Task What_one_has_not_undone_that_has_failed_is_not_undone_for_what_it_is_now(string step)
    {
        WritePlans("");
        var text = FilePlan.Steps($"{{ 'id': 's', {step} }}", "{ 'id': 'w', 'wait': { 'signal': 'go' }, 'depends_on': ['s'] }");
        var journal = new MemoryJournal();
        var run = Plans().Parse(text, _directory["outer.plan.json"]).Start(options: new() { Journal = journal, RunId = RunId });
        await run.WhenStatus("w", StepStatus.Waiting);
        Assert.True(await run.TryLetGoAsync().Soon());
        _directory.Write("broken.plan.json", FilePlan.Steps("{ 'id': 'a', 'call': 'echo', 'compensate': { 'call': 'new' } }", "{ 'id': 'b', 'call': 'fail', 'depends_on': ['a'] }"));
        var plans = Plans();

        var resumed = await plans.Parse(text, _directory["outer.plan.json"]).ResumeAsync(RunId, new() { Journal = journal, AllowChanged = true }).Soon();
        resumed.Signal("go");

        Assert.Equal(RunStatus.Succeeded, (await resumed.Completion.Soon()).Status);
        Assert.Empty(plans.Calls);
    }

    private void WritePlans(string added)
    {
        _directory.Write("inner.plan.json", FilePlan.Quoted($"{{ 'bindings': {{ 'all': [1] }}, 'steps': [ {{ 'id': 'a', 'call': 'echo' }}{added} ] }}"));
        _directory.Write("broken.plan.json", FilePlan.Quoted($"{{ 'bindings': {{ 'all': [1] }}, 'steps': [ {{ 'id': 'a', 'call': 'echo' }}, {{ 'id': 'b', 'call': 'fail', 'depends_on': ['a'] }}{added} ] }}"));
    }

    private static FilePlan Plans()
    {
        var plans = new FilePlan();
        plans.Handlers.Add("new", (_, _) =>
        {
            plans.Calls.Add("new");
            return default;
        });
        return plans;
    }
}
