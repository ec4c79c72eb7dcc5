namespace PlanDsl.Tests;

/// <summary>Runs whose steps have gone on to their fallback: they are let go of where that is a plan which waits for a signal, and not while it does anything else.</summary>
public sealed class LettingGoTests : IDisposable
{
    private const string RunId = "waiting";

    private readonly TempDirectory _directory = new();

    public LettingGoTests() => _directory.Write("ask.plan.json", FilePlan.Steps("{ 'id': 'w', 'wait': { 'signal': 'go' } }"));

    public void Dispose() => _directory.Dispose();

    [Theory]
    [InlineData("'call': 'fail', 'fallback': { 'plan': 'ask' }", "s/w")]
    [InlineData("'plan': 'broken', 'fallback': { 'plan': 'ask' }", "s/w")]
    [InlineData("'for_each': 'bindings.all', 'call': 'fail', 'fallback': { 'plan': 'ask' }", "s[0]/w")]
    [InlineData("'call': 'fail', 'repeat_until': 'true', 'max_iterations': 2, 'fallback': { 'plan': 'ask' }", "s/w")]
    public async Task A_plan_that_stands_in_and_waits_does_not_keep_the_run(string step, string wait)
    {
        var journal = new MemoryJournal();
        var run = Plan(new(), step).Start(options: new() { Journal = journal, RunId = RunId });
        await run.WhenStatus(wait, StepStatus.Waiting);

        Assert.True(await run.TryLetGoAsync().Soon());
        await journal.RequestAsync(RunId, new RunSignalRequest("go"));
        var plans = new FilePlan();
        var resumed = await Plan(plans, step).ResumeAsync(RunId, new() { Journal = journal });

        Assert.Equal(RunStatus.Succeeded, (await resumed.Completion.Soon()).Status);
        Assert.Empty(plans.Calls);
    }

    [Theory]
    [InlineData("'call': 'fail', 'fallback': { 'call': 'hold' }")]
    [InlineData("'plan': 'broken', 'fallback': { 'call': 'hold' }")]
    [InlineData("'for_each': 'bindings.all', 'call': 'fail', 'fallback': { 'call': 'hold' }")]
    [InlineData("'call': 'fail', 'repeat_until': 'true', 'max_iterations': 2, 'fallback': { 'call': 'hold' }")]
    [InlineData("'plan': 'broken', 'repeat_until': 'true', 'max_iterations': 2, 'fallback': { 'call': 'hold' }")]
    public async Task A_body_that_stands_in_does(string step)
    {
        var gate = new Gate();
        var plans = new FilePlan();
        plans.Handlers.Add("hold", async (_, cancellationToken) =>
        {
            await gate.EnterAsync(cancellationToken).ConfigureAwait(false);
            return default;
        });
        var run = Plan(plans, step).Start(options: new() { Journal = new MemoryJournal(), RunId = RunId });
        await gate.Entered.Soon();

        Assert.False(await run.TryLetGoAsync().Soon());
        gate.Open();

        Assert.Equal(RunStatus.Succeeded, (await run.Completion.Soon()).Status);
    }

    private InterpretedPlan Plan(FilePlan plans, string step)
    {
        _directory.Write("broken.plan.json", FilePlan.Steps("{ 'id': 'b', 'call': 'fail' }"));
        return plans.Parse(FilePlan.Quoted($"{{ 'bindings': {{ 'all': [1] }}, 'steps': [ {{ 'id': 's', {step} }} ] }}"), _directory["outer.plan.json"]);
    }
}
