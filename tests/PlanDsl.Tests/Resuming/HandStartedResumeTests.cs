using System.Text.Json;

namespace PlanDsl.Tests;

/// <summary>Bodies that start other plans themselves, in runs that are left after each of their events and resumed: what has ended is not called again for what those have left, and consists of what it did.</summary>
public sealed class HandStartedResumeTests
{
    private const string RunId = "run-1";

    [Theory]
    [InlineData("{ 'id': 's', 'call': 'fail', 'fallback': { 'call': 'drive' } }")]
    [InlineData("{ 'id': 's', 'call': 'drive' }")]
    [InlineData("{ 'id': 's', 'call': 'drive', 'fallback': { 'call': 'echo', 'with': { 'value': 5 } } }")]
    [InlineData("{ 'id': 's', 'for_each': 'bindings.all', 'max_parallel': 1, 'call': 'fail', 'fallback': { 'call': 'drive' } }")]
    [InlineData("{ 'id': 's', 'call': 'drive', 'repeat_until': 'iteration == 2', 'max_iterations': 2 }")]
    [InlineData("{ 'id': 's', 'call': 'drive_badly', 'fallback': { 'call': 'drive' } }")]
    [InlineData("{ 'id': 's', 'call': 'drive_badly', 'fallback': { 'call': 'echo', 'with': { 'value': 5 } } }")]
    [InlineData("{ 'id': 's', 'call': 'drive_badly', 'on_failure': 'continue' }")]
    public async Task What_has_ended_is_not_called_again(string step)
    {
        var text = FilePlan.Quoted($"{{ 'order': 'sequential', 'bindings': {{ 'all': [1, 2] }}, 'steps': [ {step}, {{ 'id': 'mid', 'call': 'echo' }}, {{ 'id': 'end', 'call': 'echo', 'with': {{ 'value': '{{{{ s ?? 5 }}}}' }} }} ] }}");
        var journal = new MemoryJournal();
        var expected = Text(await Plans().Parse(text).Start(options: new() { Journal = journal, RunId = RunId }).Completion.Soon());
        var events = await journal.ReadAsync(RunId).ToListAsync();
        for (var left = 1; left < events.Count; left++)
        {
            var plans = Plans();
            var cut = new MemoryJournal();
            var record = await cut.CreateAsync(RunId);
            foreach (var happened in events[..left])
                record.Append(happened);
            await record.DisposeAsync();

            var run = await plans.Parse(text).ResumeAsync(RunId, new() { Journal = cut });

            var resumed = Text(await run.Completion.Soon());
            Assert.True(expected == resumed, $"left after {left}:\n{resumed}\nand undisturbed\n{expected}");
            var ended = events[..left].Any(static happened => happened is StepSucceededEvent { StepPath: "s" });
            Assert.True(!ended || !plans.Calls.Exists(static call => call.StartsWith("drive", StringComparison.Ordinal) || call == "echo {\"value\":\"within\"}"), $"after {left}: {string.Join(", ", plans.Calls)}");
        }
    }

    // With what each step consisted of.
    private static string Text(PlanOutcome<PlanResults> outcome) => $"{outcome.Status} {FilePlan.Json(outcome.Results!)} {string.Join(' ', outcome.Steps.Select(Text))}";

    private static string Text(StepOutcome step) => $"{step.Id}={step.Status}({string.Join(' ', step.Children.Select(Text))})";

    // What drives does something itself, and then runs a plan.
    private static FilePlan Plans()
    {
        var plans = new FilePlan();
        plans.Handlers.AddWithContext("drive", async (_, context) => JsonSerializer.SerializeToElement($"drove {(await DriveAsync(context).ConfigureAwait(false))["x"]}"));
        plans.Handlers.AddWithContext("drive_badly", async (_, context) =>
        {
            await DriveAsync(context).ConfigureAwait(false);
            throw new InvalidOperationException("broken");
        });
        return plans;

        Task<PlanResults> DriveAsync(StepContext context)
        {
            plans.Calls.Add($"drive {context.StepPath}");
            var inner = plans.Parse(FilePlan.Steps(
                "{ 'id': 'x', 'call': 'echo', 'with': { 'value': 'within' } }",
                "{ 'id': 'y', 'for_each': 'bindings.all', 'call': 'fail', 'on_failure': 'continue', 'depends_on': ['x'] }",
                "{ 'id': 'z', 'call': 'echo', 'condition': 'false' }").Replace("\"steps\"", "\"order\": \"sequential\", \"bindings\": { \"all\": [1, 2] }, \"steps\"", StringComparison.Ordinal), "inner.plan.json");
            return inner.Start(options: context.SubPlanOptions(), cancellationToken: context.CancellationToken).GetResultsAsync();
        }
    }
}
