using System.Text.Json;
using PlanDsl.Testing.Internal;
using Polly;
using Polly.Registry;

namespace PlanDsl.Tests;

/// <summary>Plans within others that were being stopped when the process died that had the run, or that are stopped before anybody goes on with them: nothing
/// begins in them any more, and what they had done is undone, once.</summary>
public sealed class StoppedSubPlanTests : IDisposable
{
    private const string RunId = "stopped";

    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    // Less than a compensation may take.
    private static readonly TimeSpan Grace = 20 * Second;

    private readonly TempDirectory _directory = new();

    public StoppedSubPlanTests() => _directory.Write("slow.plan.json", FilePlan.Steps(
        "{ 'id': 'a', 'call': 'echo', 'compensate': { 'call': 'echo', 'with': { 'value': 'a undone' } } }",
        "{ 'id': 'b', 'call': 'hang', 'depends_on': ['a'] }"));

    public void Dispose() => _directory.Dispose();

    // Nobody has the run when the time is up; and then whoever goes on with it dies, too.
    [Theory]
    [InlineData("'plan': 'slow', 'total_timeout_sec': 3")]
    [InlineData("'plan': 'slow', 'total_timeout_sec': 3, 'retries': 2")]
    [InlineData("'plan': 'slow', 'total_timeout_sec': 3, 'pipeline': 'bounded'")]
    [InlineData("'plan': 'slow', 'total_timeout_sec': 3, 'fallback': { 'call': 'echo' }")]
    [InlineData("'call': 'fail', 'total_timeout_sec': 3, 'fallback': { 'plan': 'slow' }")]
    [InlineData("'call': 'drive', 'total_timeout_sec': 3")]
    [InlineData("'call': 'fail', 'total_timeout_sec': 3, 'fallback': { 'call': 'drive' }")]
    public async Task It_is_undone_where_the_time_of_its_step_was_up_while_nobody_had_the_run(string step)
    {
        var left = await LeaveAsync(step);

        var resumed = await GoOnAsync(step, left, 5 * Second);

        Assert.Contains("total timeout of 3 s", resumed.Outcome.Error!.Message, StringComparison.Ordinal);
        AssertUndone(resumed);
        var ended = resumed.Events.FindIndex(static happened => happened is StepFailedEvent { StepPath: "s" });
        for (var next = left.Count + 1; next <= ended; next++)
        {
            var again = await GoOnAsync(step, resumed.Events[..next], Second);

            Assert.Equal((next, Text(resumed.Outcome)), (next, Text(again.Outcome)));
            AssertUndone(again);
        }
    }

    // Why it was stopped is recorded nowhere.
    [Theory]
    [InlineData("'plan': 'slow', 'pipeline': 'bounded'", false)]
    [InlineData("'plan': 'slow'", true)]
    [InlineData("'call': 'drive', 'pipeline': 'bounded'", false)]
    [InlineData("'call': 'drive'", true)]
    public async Task It_is_not_gone_on_with_once_it_has_begun_to_be_undone(string step, bool isByName)
    {
        var stopped = await StopAsync(step, isByName);
        var (begun, ended) = (stopped.FindIndex(static happened => happened is CompensationStartedEvent), stopped.FindIndex(static happened => happened is StepFailedEvent { StepPath: "s" } or StepCancelledEvent { StepPath: "s" }));

        for (var next = begun + 1; next <= ended; next++)
        {
            var resumed = await GoOnAsync(step, stopped[..next], TimeSpan.Zero);

            Assert.Equal((next, RunStatus.Failed, "s"), (next, resumed.Outcome.Status, resumed.Outcome.Error!.StepId));
            Assert.Contains("being undone", resumed.Outcome.Error.Message, StringComparison.Ordinal);
            Assert.DoesNotContain("hang", resumed.Calls);
            Assert.Single(resumed.Events.OfType<CompensationSucceededEvent>());
        }
    }

    [Fact]
    public async Task The_next_attempt_begins_it_anew()
    {
        const string Step = "'plan': 'slow', 'pipeline': 'bounded', 'retries': 1";
        var stopped = await StopAsync(Step, isByName: false);

        var resumed = await GoOnAsync(Step, stopped[..(stopped.FindIndex(static happened => happened is CompensationStartedEvent) + 1)], TimeSpan.Zero, hangs: false);

        Assert.Equal(RunStatus.Succeeded, resumed.Outcome.Status);
        Assert.Equal(["echo {\"value\":\"a undone\"}", "echo {}", "hang"], resumed.Calls);
    }

    [Theory]
    [InlineData("'plan': 'slow'")]
    [InlineData("'call': 'drive'")]
    [InlineData("'call': 'fail', 'fallback': { 'plan': 'slow' }")]
    [InlineData("'call': 'fail', 'fallback': { 'call': 'drive' }")]
    [InlineData("'for_each': 'bindings.all', 'call': 'drive'")]
    [InlineData("'call': 'drive', 'repeat_until': 'true', 'max_iterations': 2")]
    [InlineData("'call': 'drive_deaf'")]
    [InlineData("'call': 'drive_badly'")]
    public async Task It_is_undone_where_its_step_is_cancelled_before_that_could_start_again(string step)
    {
        var left = await LeaveAsync(step);

        var resumed = await GoOnAsync(step, left, TimeSpan.Zero, isCancelled: true);

        Assert.Equal(RunStatus.Cancelled, resumed.Outcome.Status);
        AssertUndone(resumed);
        for (var next = resumed.Events.FindIndex(static happened => happened is RunCancelRequestedEvent) + 1; next < resumed.Events.Count; next++)
        {
            var again = await GoOnAsync(step, resumed.Events[..next], Second);

            Assert.Equal((next, Text(resumed.Outcome)), (next, Text(again.Outcome)));
            AssertUndone(again);
        }
    }

    [Fact]
    public async Task A_body_that_had_started_it_is_not_called_for_it_once_all_has_ended()
    {
        const string Step = "'call': 'drive', 'timeout_sec': 3";
        var left = await LeaveAsync(Step);
        var whole = await GoOnAsync(Step, left, TimeSpan.Zero, stop: static (_, clock) => clock.Advance(3 * Second));

        for (var next = whole.Events.FindIndex(static happened => happened is StepFailedEvent) + 1; next < whole.Events.Count; next++)
            Assert.Empty((await GoOnAsync(Step, whole.Events[..next], Second)).Calls);
    }

    private static void AssertUndone(Life life)
    {
        Assert.DoesNotContain("hang", life.Calls);
        Assert.Single(life.Events.OfType<CompensationSucceededEvent>(), static undone => undone.StepPath.EndsWith("/a", StringComparison.Ordinal));
        var ends = life.Events.OfType<StepEvent>().Where(static happened => happened is StepSucceededEvent or StepFailedEvent or StepCancelledEvent).CountBy(static end => end.StepPath).ToList();
        Assert.All(ends, static end => Assert.Equal((end.Key, 1), (end.Key, end.Value)));
        Assert.Contains(ends, static end => end.Key.EndsWith("/b", StringComparison.Ordinal));
    }

    private static string Text(PlanOutcome outcome) => $"{outcome.Status} {outcome.Error?.Kind} {outcome.Error?.Message} {outcome.Steps.Tree()}";

    // Until the plan has done something, and does something else.
    private async Task<List<PlanEvent>> LeaveAsync(string step)
    {
        var plans = new Plans(_directory, hangs: true);
        var journal = new MemoryJournal();
        plans.File.Parse(Outer(step), _directory["outer.plan.json"]).Start(options: plans.Options(journal, new()));
        await plans.Hanging.Task.Soon().ConfigureAwait(false);
        return await journal.ReadAsync(RunId).ToListAsync().ConfigureAwait(false);
    }

    private async Task<List<PlanEvent>> StopAsync(string step, bool isByName)
    {
        var left = await LeaveAsync(step).ConfigureAwait(false);
        return (await GoOnAsync(step, left, TimeSpan.Zero, stop: (run, clock) =>
        {
            if (isByName)
                run.CancelStep("s");
            else
                clock.Advance(3 * Second);
        }).ConfigureAwait(false)).Events;
    }

    private async Task<Life> GoOnAsync(string step, List<PlanEvent> recorded, TimeSpan passed, bool hangs = true, bool isCancelled = false, Action<InterpretedRun, ManualTimeProvider>? stop = null)
    {
        var plans = new Plans(_directory, hangs);
        var (journal, clock) = (new MemoryJournal(), new ManualTimeProvider(recorded[^1].Time + passed));
        var record = await journal.CreateAsync(RunId).ConfigureAwait(false);
        recorded.ForEach(record.Append);
        await record.DisposeAsync().ConfigureAwait(false);
        if (isCancelled)
            await journal.RequestAsync(RunId, new RunCancelRequest()).ConfigureAwait(false);
        var run = await plans.File.Parse(Outer(step), _directory["outer.plan.json"]).ResumeAsync(RunId, plans.Options(journal, clock)).ConfigureAwait(false);
        if (stop is not null)
        {
            await plans.Hanging.Task.Soon().ConfigureAwait(false);
            stop(run, clock);
        }

        // Who does not heed that is not waited for for long.
        if (await Task.WhenAny(run.Completion, plans.Deaf.Task).Soon().ConfigureAwait(false) != run.Completion)
            clock.Advance(Grace);
        var outcome = await run.Completion.Soon().ConfigureAwait(false);
        return new(outcome, await journal.ReadAsync(RunId).ToListAsync().ConfigureAwait(false), plans.File.Calls);
    }

    private static string Outer(string step) => FilePlan.Quoted($"{{ 'bindings': {{ 'all': [1] }}, 'steps': [ {{ 'id': 's', {step} }} ] }}");

    /// <summary>What one process has done, and all that is recorded by then.</summary>
    private sealed record Life(PlanOutcome Outcome, List<PlanEvent> Events, List<string> Calls);

    /// <summary>What the plans of one process call.</summary>
    private sealed class Plans
    {
        private readonly string _slow;

        public Plans(TempDirectory directory, bool hangs)
        {
            _slow = directory["slow.plan.json"];
            File.Handlers.Add("hang", async (_, cancellationToken) =>
            {
                File.Calls.Add("hang");
                Hanging.TrySetResult();
                if (hangs)
                    await new TaskCompletionSource().Task.WaitAsync(cancellationToken).ConfigureAwait(false);
                return default;
            });
            File.Handlers.AddWithContext("drive", async (_, context) => await DriveAsync(context, context.CancellationToken).ConfigureAwait(false));
            File.Handlers.AddWithContext("drive_badly", async (_, context) =>
            {
                try
                {
                    return await DriveAsync(context, CancellationToken.None).ConfigureAwait(false);
                }
                catch (Exception failure)
                {
                    throw new FormatException("of its own", failure);
                }
            });
            File.Handlers.AddWithContext("drive_deaf", async (_, context) =>
            {
                try
                {
                    return await DriveAsync(context, context.CancellationToken).ConfigureAwait(false);
                }
                finally
                {
                    Deaf.TrySetResult();
                    await new TaskCompletionSource().Task.ConfigureAwait(false);
                }
            });
        }

        public FilePlan File { get; } = new();

        public TaskCompletionSource Hanging { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public TaskCompletionSource Deaf { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public PlanOptions Options(MemoryJournal journal, ManualTimeProvider clock)
        {
            var pipelines = new ResiliencePipelineRegistry<string>();
            pipelines.TryAddBuilder("bounded", (builder, _) =>
            {
                builder.TimeProvider = clock;
                builder.AddTimeout(3 * Second);
            });
            return new() { Journal = journal, RunId = RunId, TimeProvider = clock, Pipelines = pipelines, CancelGrace = Grace };
        }

        private async Task<JsonElement> DriveAsync(StepContext context, CancellationToken cancellationToken)
        {
            File.Calls.Add("drive");
            var slow = File.Parse(await System.IO.File.ReadAllTextAsync(_slow, CancellationToken.None).ConfigureAwait(false), _slow);
            await slow.Start(options: context.SubPlanOptions(), cancellationToken: cancellationToken).GetResultsAsync().ConfigureAwait(false);
            return JsonElement.Parse("7");
        }
    }
}
