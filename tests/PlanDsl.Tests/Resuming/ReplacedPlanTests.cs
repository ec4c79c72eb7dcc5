using System.Text.Json;

namespace PlanDsl.Tests;

/// <summary>Plans that have failed for good, whose fallback was underway when the run was left, and that cannot be brought back as they were.</summary>
public sealed class ReplacedPlanTests : IDisposable
{
    private const string RunId = "run-1";

    private readonly TempDirectory _directory = new();
    private readonly TaskCompletionSource _fallback = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private bool _isLeft;

    public void Dispose() => _directory.Dispose();

    // What it is given is no part of what a plan is.
    [Fact]
    public async Task The_fallback_goes_on_where_the_plan_cannot_be_given_its_inputs_any_more()
    {
        WriteInner("");
        var journal = await LeaveAsync();
        WriteInner("'inputs': { 'more': { 'type': 'string', 'from_env': 'PLANDSL_NOT_SET_ANYWHERE' } }, ");

        var outcome = await (await Parse().ResumeAsync(RunId, new() { Journal = journal })).Completion.Soon();

        Assert.Equal((RunStatus.Succeeded, FailureKind.Exception), (outcome.Status, outcome.Steps[0].ReplacedError!.Kind));
        Assert.Single(await EventsAsync(journal), static told => told is StepFallbackEvent);
    }

    [Fact]
    public async Task The_run_stays_as_it_was_where_something_else_keeps_it_from_going_on()
    {
        WriteInner("");
        var journal = await LeaveAsync();

        var shallow = await (await Parse().ResumeAsync(RunId, new() { Journal = journal, MaxDepth = 1 })).Completion.Soon();

        Assert.Equal(FailureKind.Limit, shallow.Error!.Kind);
        Assert.Single(await EventsAsync(journal), static told => told is StepFallbackEvent);
        Assert.DoesNotContain(await EventsAsync(journal), static told => told is StepFailedEvent { StepPath: "sub" } or StepSucceededEvent or RunCompletedEvent);

        var outcome = await (await Parse().ResumeAsync(RunId, new() { Journal = journal })).Completion.Soon();
        Assert.Equal((RunStatus.Succeeded, FailureKind.Exception), (outcome.Status, outcome.Steps[0].ReplacedError!.Kind));
    }

    private InterpretedPlan Parse()
    {
        var plans = new FilePlan();
        plans.Handlers.Add("stand_in", async (_, cancellationToken) =>
        {
            _fallback.TrySetResult();
            if (!_isLeft)
                await new TaskCompletionSource().Task.WaitAsync(cancellationToken).ConfigureAwait(false);
            return JsonElement.Parse("1");
        });
        return plans.Parse(FilePlan.Steps("{ 'id': 'sub', 'plan': 'inner', 'fallback': { 'call': 'stand_in' } }"), _directory["outer.plan.json"]);
    }

    private void WriteInner(string inputs) => _directory.Write("inner.plan.json", FilePlan.Quoted($"{{ {inputs}'steps': [ {{ 'id': 'a', 'call': 'fail' }} ] }}"));

    // What is recorded by now is what is left of a process that dies.
    private async Task<MemoryJournal> LeaveAsync()
    {
        var journal = new MemoryJournal();
        var run = Parse().Start(options: new() { Journal = journal, RunId = RunId });
        await _fallback.Task.Soon().ConfigureAwait(false);
        var left = new MemoryJournal();
        var claimed = await left.CreateAsync(RunId).ConfigureAwait(false);
        (await EventsAsync(journal).ConfigureAwait(false)).ForEach(claimed.Append);
        await claimed.DisposeAsync().ConfigureAwait(false);
        run.Cancel();
        await run.Completion.Soon().ConfigureAwait(false);
        _isLeft = true;
        return left;
    }

    private static async Task<List<PlanEvent>> EventsAsync(MemoryJournal journal) => await journal.ReadAsync(RunId).ToListAsync().ConfigureAwait(false);
}
