using System.Reactive.Linq;
using PlanDsl.Testing.Internal;

namespace PlanDsl.Tests;

public sealed class OperatorTests
{
    private readonly ManualTimeProvider _clock = new();

    private TestPlan Diamond => new TestPlan { MaxParallel = 1 }
        .Sync("start", () => _clock.Advance(TimeSpan.FromSeconds(1)))
        .Sync("long", () => _clock.Advance(TimeSpan.FromSeconds(5)), after: ["start"])
        .Sync("short", () => _clock.Advance(TimeSpan.FromSeconds(2)), after: ["start"])
        .Sync("end", () => _clock.Advance(TimeSpan.FromSeconds(1)), after: ["long", "short"]);

    [Fact]
    public async Task Progress_is_the_part_of_the_steps_that_has_ended()
    {
        var plan = Diamond;

        Assert.Equal([0, 0.25, 0.5, 0.75, 1], await Observed(plan).Progress(new(plan.Table)).ToList());
    }

    [Fact]
    public async Task A_step_that_reports_its_progress_counts_for_that_part_of_it()
    {
        var plan = new TestPlan()
            .Governed("a", static context =>
            {
                context.ReportProgress(0.5);
                context.ReportProgress(0.25);
                return Task.CompletedTask;
            })
            .Sync("b", static () => { }, after: ["a"]);

        Assert.Equal([0, 0.25, 0.5, 1], await Observed(plan).Progress(new(plan.Table)).ToList());
    }

    [Fact]
    public async Task A_group_counts_for_the_part_of_its_members_that_has_ended()
    {
        var plan = new TestPlan { MaxParallel = 1 }
            .Sync("a", static () => { })
            .Sync("b", static () => { })
            .Sync("c", static () => { }, after: ["g"])
            .Group("g", ParallelStrategy.All, ["a", "b"]);

        Assert.Equal([0, 0.25, 0.5, 1], await Observed(plan).Progress(new(plan.Table)).ToList());
    }

    [Fact]
    public async Task Progress_ends_at_the_end_whatever_becomes_of_the_steps()
    {
        var plan = new TestPlan()
            .Sync("fails", static () => throw new IOException("line cut"))
            .Sync("b", static () => { }, after: ["fails"])
            .Sync("c", static () => { }, after: ["fails"]);

        var progress = await Observed(plan).Progress(new(plan.Table)).ToList();

        Assert.Equal(progress.Order(), progress);
        Assert.Equal(1, progress[^1]);
    }

    [Fact]
    public async Task Durations_are_told_of_steps_that_have_run()
    {
        var plan = new TestPlan()
            .Sync("a", () => _clock.Advance(TimeSpan.FromSeconds(1)))
            .Sync("fails", () =>
            {
                _clock.Advance(TimeSpan.FromSeconds(2));
                throw new IOException("line cut");
            }, after: ["a"])
            .Sync("never", static () => { }, after: ["fails"]);

        Assert.Equal(
            [new("a", StepStatus.Succeeded, TimeSpan.FromSeconds(1)), new("fails", StepStatus.Failed, TimeSpan.FromSeconds(2))],
            await Observed(plan).StepDurations().ToList());
    }

    [Fact]
    public async Task The_critical_path_is_the_chain_that_took_longest()
    {
        var plan = Diamond;

        var paths = await Observed(plan).CriticalPath(new(plan.Table)).ToList();

        Assert.Equal(
            ["start: 1", "start long: 6", "start long end: 7"],
            paths.Select(static path => FormattableString.Invariant($"{string.Join(' ', path.Steps)}: {path.Duration.TotalSeconds}")));
        Assert.Equal("start → long → end in 00:00:07", paths[^1].ToString());
    }

    [Fact]
    public async Task The_critical_path_goes_through_what_was_skipped()
    {
        var plan = new TestPlan { MaxParallel = 1 }
            .Sync("slow", () => _clock.Advance(TimeSpan.FromSeconds(5)))
            .Sync("skipped", static () => { }, after: ["slow"]).When(static () => false)
            .Sync("end", () => _clock.Advance(TimeSpan.FromSeconds(2)), after: ["skipped"])
            .Sync("other", () => _clock.Advance(TimeSpan.FromSeconds(1)));

        var last = await Observed(plan).CriticalPath(new(plan.Table)).LastAsync();

        Assert.Equal(TimeSpan.FromSeconds(7), last.Duration);
        Assert.Equal(["slow", "end"], last.Steps);
    }

    [Fact]
    public async Task The_critical_path_goes_through_one_of_two_steps_that_execute_together()
    {
        var pair = new LivePair();
        var plan = new TestPlan()
            .Sync("before", () => _clock.Advance(TimeSpan.FromSeconds(5)))
            .Governed("produce", context => pair.Stream.FeedAsync(LivePair.Count(1), context).AsTask()).FeedsLive("read")
            .Governed("read", ReadAsync, after: ["before", "produce"]).ReadsLive("produce")
            .Sync("end", () => _clock.Advance(TimeSpan.FromSeconds(1)), after: ["read"]);

        var last = await Observed(plan).CriticalPath(new(plan.Table)).LastAsync();

        Assert.Equal(TimeSpan.FromSeconds(8), last.Duration);
        Assert.Equal(["before", "read", "end"], last.Steps);

        async Task ReadAsync(StepContext context)
        {
            await pair.ReadAllAsync(context).ConfigureAwait(false);
            _clock.Advance(TimeSpan.FromSeconds(2));
        }
    }

    [Fact]
    public async Task A_subscriber_to_a_finished_run_is_told_the_end()
    {
        var plan = Diamond;
        var seen = new EventRecorder();
        var run = plan.Start(new() { TimeProvider = _clock, Observer = seen });
        await run.Completion.Soon();

        Assert.Equal(1, await run.Events.Progress(new(plan.Table)).LastAsync());
        Assert.Equal(["start", "long", "end"], (await run.Events.CriticalPath(new(plan.Table)).LastAsync()).Steps);
        Assert.Equal(4, await run.Events.StepDurations().Count());
    }

    [Fact]
    public async Task Each_subscription_counts_for_itself()
    {
        var plan = Diamond;
        var progress = Observed(plan).Progress(new(plan.Table));

        Assert.Equal([0, 0.25, 0.5, 0.75, 1], await progress.ToList());
        Assert.Equal([0, 0.25, 0.5, 0.75, 1], await progress.ToList());
    }

    private IObservable<PlanEvent> Observed(TestPlan plan) => PlanEngine.Observe((options, cancellationToken) =>
    {
        options.TimeProvider = _clock;
        return plan.Start(options, cancellationToken);
    });
}
