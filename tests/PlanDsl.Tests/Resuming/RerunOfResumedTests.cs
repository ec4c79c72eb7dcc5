using System.Text.Json;

namespace PlanDsl.Tests;

/// <summary>Runs that do a part of another again that was left and resumed, or in which a race had losers: all that was finished is taken over.</summary>
public sealed class RerunOfResumedTests : IDisposable
{
    private const string RunId = "run-1";
    private const string RerunId = "run-2";

    private readonly TempDirectory _directory = new();

    public void Dispose() => _directory.Dispose();

    [Theory]
    [InlineData("{ 'id': 'a', 'call': 'echo', 'for_each': 'bindings.list', 'max_parallel': 1, 'with': { 'value': '{{ item }}' } }")]
    [InlineData("{ 'id': 'a', 'call': 'echo', 'repeat_until': 'iteration == 3', 'max_iterations': 4, 'with': { 'value': '{{ iteration }}' } }")]
    [InlineData("{ 'id': 'a', 'type': 'parallel', 'parallel': { 'max_concurrency': 1, 'steps': [ { 'id': 'x', 'call': 'echo', 'with': { 'value': 1 } }, { 'id': 'y', 'call': 'echo', 'with': { 'value': 2 } } ] } }")]
    [InlineData("{ 'id': 'a', 'plan': 'inner' }")]
    [InlineData("{ 'id': 'a', 'for_each': 'bindings.list', 'max_parallel': 1, 'plan': 'inner' }")]
    [InlineData("{ 'id': 'a', 'call': 'fail', 'fallback': { 'plan': 'inner' } }")]
    public async Task What_was_finished_is_taken_over_wherever_it_was_interrupted(string step)
    {
        _directory.Write("inner.plan.json", FilePlan.Steps("{ 'id': 'x', 'call': 'echo', 'with': { 'value': 1 } }", "{ 'id': 'y', 'call': 'echo', 'with': { 'value': '{{ x }}' } }"));
        var text = FilePlan.Quoted($"{{ 'limits': {{ 'max_parallel': 1 }}, 'bindings': {{ 'list': [1, 2, 3] }}, 'steps': [ {step}, {{ 'id': 'c', 'call': 'echo', 'with': {{ 'value': '{{{{ a }}}}' }} }} ] }}");
        var whole = new MemoryJournal();
        var expected = await new FilePlan().Parse(text, _directory["outer.plan.json"]).Start(options: new() { Journal = whole, RunId = RunId }).Completion.Soon();
        var events = await whole.ReadAsync(RunId).ToListAsync();
        for (var left = 3; left < events.Count; left++)
        {
            // Left there, and once more a little later.
            var journal = await LeftAsync(events, left);
            await (await new FilePlan().Parse(text, _directory["outer.plan.json"]).ResumeAsync(RunId, new() { Journal = journal })).Completion.Soon();
            var resumed = await journal.ReadAsync(RunId).ToListAsync();
            journal = await LeftAsync(resumed, Math.Min(left + 4, resumed.Count - 1));
            await (await new FilePlan().Parse(text, _directory["outer.plan.json"]).ResumeAsync(RunId, new() { Journal = journal })).Completion.Soon();

            var plans = new FilePlan();
            var run = await plans.Parse(text, _directory["outer.plan.json"]).RerunAsync(RunId, "c", new() { Journal = journal, RunId = RerunId });
            var outcome = await run.Completion.Soon();

            Assert.Equal((left, FilePlan.Json(expected.Results!)), (left, FilePlan.Json(outcome.Results!)));
            Assert.Equal((left, expected.Steps.Tree()), (left, outcome.Steps.Tree()));
            Assert.Equal((left, 1), (left, plans.Calls.Count));
        }
    }

    [Fact]
    public async Task A_race_is_not_run_again_because_its_loser_was_undone()
    {
        var text = FilePlan.Steps(
            "{ 'id': 'g', 'type': 'parallel', 'parallel': { 'strategy': 'any', 'steps': [ { 'id': 'x', 'call': 'first' }, { 'id': 'y', 'call': 'late', 'compensate': { 'call': 'echo', 'with': { 'value': 'undo' } } } ] } }",
            "{ 'id': 'c', 'call': 'echo', 'with': { 'value': '{{ g }}' } }");
        var journal = new MemoryJournal();
        await Plans().Parse(text).Start(options: new() { Journal = journal, RunId = RunId }).Completion.Soon();
        Assert.Contains(await journal.ReadAsync(RunId).ToListAsync(), static happened => happened is CompensationSucceededEvent { StepPath: "g/y" });

        var plans = Plans();
        var run = await plans.Parse(text).RerunAsync(RunId, "c", new() { Journal = journal, RunId = RerunId });

        Assert.Equal("x=1 c=1 g=1", FilePlan.Json(await run.GetResultsAsync().Soon()));
        Assert.Equal(["echo {\"value\":1}"], plans.Calls);
    }

    // One member wins when the other has begun, which returns all the same when it has lost.
    private static FilePlan Plans()
    {
        var plans = new FilePlan();
        var begun = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        plans.Handlers.Add("first", async (_, _) =>
        {
            await begun.Task.ConfigureAwait(false);
            return JsonElement.Parse("1");
        });
        plans.Handlers.Add("late", async (_, cancellationToken) =>
        {
            begun.SetResult();
            var lost = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            await using var registration = cancellationToken.Register(lost.SetResult).ConfigureAwait(false);
            await lost.Task.ConfigureAwait(false);
            return JsonElement.Parse("2");
        });
        return plans;
    }

    private static async Task<MemoryJournal> LeftAsync(List<PlanEvent> events, int left)
    {
        var journal = new MemoryJournal();
        var run = await journal.CreateAsync(RunId).ConfigureAwait(false);
        foreach (var happened in events[..left])
            run.Append(happened);
        await run.DisposeAsync().ConfigureAwait(false);
        return journal;
    }
}
