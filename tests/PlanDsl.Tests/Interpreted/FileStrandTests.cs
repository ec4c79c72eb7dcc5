using System.Globalization;
using System.Text.Json;

namespace PlanDsl.Tests;

/// <summary>Plan files whose steps follow each other whatever else the plan does, so that they are run as one.</summary>
public sealed class FileStrandTests
{
    private const int Plans = 400;

    private readonly FilePlan _plans = new();

    /// <summary>What the handlers of the steps are: functions, those that wait, or either by turns.</summary>
    [Theory]
    [InlineData("sum")]
    [InlineData("later")]
    [InlineData("sum", "later")]
    [InlineData("sum", "claimed")]
    public Task Random_plans_return_what_they_return_with_a_coordinator(params string[] handlers) =>
        Parallel.ForEachAsync(Enumerable.Range(0, Plans), CancellationToken.None, async (seed, cancellationToken) =>
        {
            var sample = new SummingFile(seed, handlers);
            var plan = InterpretedPlan.Parse(sample.Text, "sums.plan.json", new() { Handlers = sample.Handlers });
            var expected = sample.Expected();

            var results = await plan.RunAsync(cancellationToken: cancellationToken).Soon().ConfigureAwait(false);
            Assert.Equal($"seed {seed}: {expected}", $"seed {seed}: {FilePlan.Json(results)}");
            Assert.All(sample.Calls, static times => Assert.Equal(1, times));

            var outcome = await plan.Start(cancellationToken: cancellationToken).Completion.Soon().ConfigureAwait(false);
            Assert.Equal($"seed {seed}: {expected}", $"seed {seed}: {FilePlan.Json(outcome.Results!)}");
            Assert.All(sample.Calls, static times => Assert.Equal(2, times));
        });

    [Fact]
    public async Task A_body_that_returns_between_two_looks_at_it_leaves_its_result()
    {
        _plans.Handlers.Add("just_then", static (_, _) => new(new JustReturned<JsonElement>(JsonElement.Parse("7")), 0));

        Assert.Equal("a=7 b=7", await _plans.RunAsync(FilePlan.Steps("{ 'id': 'a', 'call': 'just_then' }", "{ 'id': 'b', 'call': 'just_then', 'depends_on': ['a'] }")));
    }

    [Theory]
    [InlineData("fail")]
    [InlineData("fail_at_once")]
    public async Task A_failure_within_a_strand_is_that_of_its_step(string handler)
    {
        _plans.Handlers.Add("one", static _ => JsonElement.Parse("1")).Add("fail_at_once", static _ => throw new InvalidOperationException("broken"));
        var plan = _plans.Parse(FilePlan.Steps(
            "{ 'id': 'a', 'call': 'one' }",
            $"{{ 'id': 'b', 'call': '{handler}', 'depends_on': ['a'] }}",
            "{ 'id': 'c', 'call': 'one', 'depends_on': ['b'] }"));

        var failure = await Assert.ThrowsAsync<PlanFailedException>(() => plan.RunAsync().Soon());

        Assert.Equal(("b", "broken", "Succeeded Failed Cancelled"), (failure.Outcome.Error!.StepId, failure.Outcome.Error.Message, string.Join(' ', failure.Outcome.Steps.Select(static step => step.Status))));
    }

    [Theory]
    [InlineData("cancel")]
    [InlineData("cancel_later")]
    public async Task A_run_that_is_cancelled_within_a_strand_begins_no_other_step(string handler)
    {
        using var source = new CancellationTokenSource();
        _plans.Handlers
            .Add("cancel", _ =>
            {
                source.Cancel();
                return default;
            })
            .Add("cancel_later", async (_, _) =>
            {
                await Task.Yield();
                await source.CancelAsync();
                return default;
            });
        var plan = _plans.Parse(FilePlan.Steps("{ 'id': 'a', 'call': 'echo' }", $"{{ 'id': 'b', 'call': '{handler}', 'depends_on': ['a'] }}", "{ 'id': 'c', 'call': 'echo', 'depends_on': ['b'] }"));

        var end = await Assert.ThrowsAsync<PlanCanceledException>(() => plan.RunAsync(cancellationToken: source.Token).Soon());

        Assert.Equal("Succeeded Succeeded Cancelled", string.Join(' ', end.Outcome.Steps.Select(static step => step.Status)));
        Assert.Equal(["echo {}"], _plans.Calls);
    }

    [Fact]
    public async Task A_function_that_waits_for_another_step_does_not_keep_it_from_beginning()
    {
        using var hasBegun = new ManualResetEventSlim();
        _plans.Handlers
            .Add("block", _ =>
            {
                hasBegun.Wait(CancellationToken.None);
                return default;
            })
            .Add("begin", _ =>
            {
                hasBegun.Set();
                return default;
            });
        var plan = _plans.Parse(FilePlan.Steps("{ 'id': 'a', 'call': 'block' }", "{ 'id': 'b', 'call': 'begin' }"));

        // The thread that starts such a plan runs it.
        Assert.Empty(await Task.Run(() => plan.RunAsync()).Soon());
    }

    [Fact]
    public async Task A_failure_within_a_strand_tells_no_secret()
    {
        _plans.Handlers.Add("tell", static with => throw new InvalidOperationException($"cannot open {with.GetProperty("key").GetString()}"));
        var plan = _plans.Parse(FilePlan.Quoted("{ 'inputs': { 'key': { 'type': 'string', 'secret': true } }, 'steps': [ { 'id': 'a', 'call': 'tell', 'with': { 'key': '{{ inputs.key }}' } }, { 'id': 'b', 'call': 'tell', 'depends_on': ['a'] } ] }"));

        var failure = await Assert.ThrowsAsync<PlanFailedException>(() => plan.RunAsync(new() { ["key"] = "hunter2" }).Soon());

        Assert.Equal("cannot open ***", failure.Outcome.Error!.Message);
    }

    [Fact]
    public async Task A_function_that_returns_nothing_leaves_no_result()
    {
        _plans.Handlers.Add("nothing", static _ => default);

        Assert.Equal("", await _plans.RunAsync(FilePlan.Steps("{ 'id': 'a', 'call': 'nothing' }", "{ 'id': 'b', 'call': 'nothing', 'with': { 'a': '{{ a }}' } }")));
    }

    [Fact]
    public async Task The_results_of_one_run_are_not_those_of_the_next()
    {
        var count = 0;
        _plans.Handlers.Add("count", _ => JsonElement.Parse((++count).ToString(CultureInfo.InvariantCulture)));
        var plan = _plans.Parse(FilePlan.Steps("{ 'id': 'a', 'call': 'count' }", "{ 'id': 'b', 'call': 'count', 'depends_on': ['a'] }"));

        var first = await plan.RunAsync().Soon();
        var second = await plan.RunAsync().Soon();

        Assert.Equal(("a=1 b=2", "a=3 b=4"), (FilePlan.Json(first), FilePlan.Json(second)));
    }
}
