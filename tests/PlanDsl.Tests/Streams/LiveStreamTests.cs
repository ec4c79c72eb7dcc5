using System.Reactive.Linq;
using System.Reactive.Subjects;
using PlanDsl.Model;
using PlanDsl.Testing.Internal;

namespace PlanDsl.Tests;

public sealed class LiveStreamTests
{
    private readonly LivePair _pair = new() { MaxParallel = 1 };
    private readonly EventRecorder _recorder = new();

    private PlanOptions Options => new() { TimeProvider = new ManualTimeProvider(), Observer = _recorder };

    [Fact]
    public async Task The_reader_starts_with_the_producer_and_reads_while_that_executes_in_the_same_slot()
    {
        var (first, second) = (new Gate(), new Gate());
        var run = _pair.Plan(
            _ => LivePair.Slow(second),
            async context =>
            {
                await foreach (var element in _pair.Stream.Read(context).ConfigureAwait(false))
                {
                    if (element == 0)
                        await first.EnterAsync(default).ConfigureAwait(false);
                    _pair.Read.Add(element);
                }
            }).Start(Options);

        await first.Entered.Soon();
        await second.Entered.Soon();
        Assert.Equal("produce=Running read=Running", run.Steps.Statuses());
        second.Open();
        first.Open();
        var outcome = await run.Completion.Soon();
        await _recorder.Ended.Soon();

        Assert.Equal("produce=Succeeded read=Succeeded", outcome.Statuses());
        Assert.Equal([0, 1], _pair.Read);
        _recorder.AssertTellOf(outcome, "live");
    }

    [Fact]
    public async Task The_producer_waits_for_the_reader()
    {
        var produced = 0;
        var gate = new Gate();
        var run = _pair.Plan(
            _ => Counted(LivePair.Count(100)),
            async context =>
            {
                await foreach (var element in _pair.Stream.Read(context).ConfigureAwait(false))
                {
                    if (element == 0)
                        await gate.EnterAsync(default).ConfigureAwait(false);
                    _pair.Read.Add(element);
                }
            }).Start();
        await gate.Entered.Soon();

        // The one that is read, the one that lies ready, and the one that the producer waits with.
        Assert.InRange(Volatile.Read(ref produced), 1, 3);
        gate.Open();

        Assert.Equal(RunStatus.Succeeded, (await run.Completion.Soon()).Status);
        Assert.Equal(Enumerable.Range(0, 100), _pair.Read);

        async IAsyncEnumerable<int> Counted(IAsyncEnumerable<int> elements)
        {
            await foreach (var element in elements.ConfigureAwait(false))
            {
                produced++;
                yield return element;
            }
        }
    }

    [Fact]
    public async Task What_the_reader_waits_for_the_producer_waits_for_too()
    {
        var (before, other) = (new Gate(), new Gate());
        var plan = new TestPlan()
            .Governed("produce", context => _pair.Stream.FeedAsync(LivePair.Count(3), context).AsTask()).FeedsLive("read")
            .Governed("read", _pair.ReadAllAsync, after: ["before", "produce"]).ReadsLive("produce")
            .Async("before", before)
            .Async("other", other);
        var run = plan.Start();

        await before.Entered.Soon();
        await other.Entered.Soon();
        Assert.Equal("produce=Pending read=Pending before=Running other=Running", run.Steps.Statuses());
        before.Open();
        other.Open();

        Assert.Equal("produce=Succeeded read=Succeeded before=Succeeded other=Succeeded", (await run.Completion.Soon()).Statuses());
        Assert.Equal([0, 1, 2], _pair.Read);
        Assert.Equal(["produce", "before"], new PlanDefinition(plan.Table).Steps[1].DependsOn);
    }

    [Fact]
    public async Task Streams_may_be_piped_through_several_steps_in_one_slot()
    {
        var doubled = new LiveStream<int>();
        var plan = new TestPlan { MaxParallel = 1 }
            .Governed("produce", context => _pair.Stream.FeedAsync(LivePair.Count(50), context).AsTask()).FeedsLive("double")
            .Governed("double", context => doubled.FeedAsync(Double(_pair.Stream.Read(context)), context).AsTask(), after: ["produce"]).ReadsLive("produce").FeedsLive("read")
            .Governed("read", ReadDoubledAsync, after: ["double", "before"]).ReadsLive("double")
            .Sync("before", static () => { });

        Assert.Equal(RunStatus.Succeeded, (await plan.Start().Completion.Soon()).Status);
        Assert.Equal(Enumerable.Range(0, 50).Select(static element => 2 * element), _pair.Read);

        async Task ReadDoubledAsync(StepContext context)
        {
            await foreach (var element in doubled.Read(context).ConfigureAwait(false))
                _pair.Read.Add(element);
        }

        static async IAsyncEnumerable<int> Double(IAsyncEnumerable<int> elements)
        {
            await foreach (var element in elements.ConfigureAwait(false))
                yield return 2 * element;
        }
    }

    [Fact]
    public async Task An_observable_waits_for_nobody_and_nothing_of_it_is_lost()
    {
        using var subject = new Subject<int>();
        var subscribed = new TaskCompletionSource();
        var gate = new Gate();
        var source = Observable.Create<int>(observer =>
        {
            var subscription = subject.Subscribe(observer);
            subscribed.SetResult();
            return subscription;
        });
        var plan = new TestPlan()
            .Governed("produce", context => _pair.Stream.FeedAsync(source, context).AsTask()).FeedsLive("read")
            .Governed("read", ObserveAsync, after: ["produce"]).ReadsLive("produce");
        var run = plan.Start();

        await gate.Entered.Soon();
        await subscribed.Task.Soon();
        for (var element = 0; element < 1000; element++)
            subject.OnNext(element);
        subject.OnCompleted();
        gate.Open();

        Assert.Equal("produce=Succeeded read=Succeeded", (await run.Completion.Soon()).Statuses());
        Assert.Equal(Enumerable.Range(0, 1000), _pair.Read);

        async Task ObserveAsync(StepContext context)
        {
            var observed = _pair.Stream.Observe(context);
            await gate.EnterAsync(default).ConfigureAwait(false);
            await observed.ForEachAsync(_pair.Read.Add).ConfigureAwait(false);
        }
    }

    [Fact]
    public async Task An_observer_may_have_had_enough()
    {
        var plan = new TestPlan()
            .Governed("produce", context => _pair.Stream.FeedAsync(Observable.Never<int>().StartWith(0, 1, 2), context).AsTask()).FeedsLive("read")
            .Governed("read", async context => await _pair.Stream.Observe(context).Take(2).ForEachAsync(_pair.Read.Add), after: ["produce"]).ReadsLive("produce");

        Assert.Equal("produce=Succeeded read=Succeeded", (await plan.Start().Completion.Soon()).Statuses());
        Assert.Equal([0, 1], _pair.Read);
    }

    [Fact]
    public async Task An_observer_is_told_of_the_failure_of_the_producer()
    {
        var plan = new TestPlan()
            .Governed("produce", context => _pair.Stream.FeedAsync(Observable.Throw<int>(new InvalidDataException()), context).AsTask(), onFailure: FailurePolicy.Continue).FeedsLive("read")
            .Governed("read", async context => await Assert.ThrowsAsync<InvalidDataException>(() => _pair.Stream.Observe(context).ForEachAsync(_pair.Read.Add)), after: ["produce"]).ReadsLive("produce");

        Assert.Equal("produce=Failed read=Succeeded", (await plan.Start().Completion.Soon()).Statuses());
    }

    [Fact]
    public async Task An_observer_that_throws_is_told_of_it()
    {
        var told = new TaskCompletionSource<Exception>();
        var plan = new TestPlan()
            .Governed("produce", context => _pair.Stream.FeedAsync(LivePair.Count(5), context).AsTask()).FeedsLive("read")
            .Governed("read", ObserveAsync, after: ["produce"]).ReadsLive("produce");

        Assert.Equal("produce=Succeeded read=Succeeded", (await plan.Start().Completion.Soon()).Statuses());
        Assert.IsType<InvalidDataException>(await told.Task.Soon());

        async Task ObserveAsync(StepContext context)
        {
            using var subscription = _pair.Stream.Observe(context).Subscribe(static _ => throw new InvalidDataException(), told.SetResult);
            await told.Task.ConfigureAwait(false);
        }
    }

    [Fact]
    public async Task Who_binds_it_collected_gets_the_whole_even_if_the_reader_stops()
    {
        int[] collected = [];
        var plan = new TestPlan { MaxParallel = 1 }
            .Governed("produce", async context => collected = await _pair.Stream.FeedAndCollectAsync(LivePair.Count(5), context)).FeedsLive("read")
            .Governed("read", _ => Task.CompletedTask, after: ["produce"]).ReadsLive("produce");

        await plan.Start().Completion.Soon();

        Assert.Equal([0, 1, 2, 3, 4], collected);
    }

    [Fact]
    public async Task A_stream_is_read_once()
    {
        var plan = _pair.Plan(_ => LivePair.Count(5), async context =>
        {
            await _pair.ReadAllAsync(context).ConfigureAwait(false);
            await _pair.ReadAllAsync(context).ConfigureAwait(false);
        });

        Assert.Equal("Step 'read' reads a stream live, which can be done once.", (await plan.Start().Completion.Soon()).Error!.Message);
    }

    [Fact]
    public async Task A_plan_that_is_made_at_run_time_may_have_a_reader()
    {
        var number = new TypeRef("int", "int") { IsValueType = true };
        var stream = new TypeRef("global::System.Collections.Generic.IAsyncEnumerable<int>", "IAsyncEnumerable<int>");
        var table = PlanTable.From(new()
        {
            Id = "test",
            Steps =
            [
                new() { Id = "produce", IsAsync = true, ResultType = new("int[]", "int[]"), Stream = new(stream, number) { IsReadLive = true } },
                new() { Id = "before" },
                new() { Id = "read", IsAsync = true, DependsOn = ["before"], Parameters = [new() { Name = "produce", Key = "produce", Type = stream, IsLive = true }] },
            ],
        });
        var program = new DelegateProgram(
            table,
            static (_, _) => default,
            (step, context) => step == 0 ? _pair.Stream.FeedAsync(LivePair.Count(3), context) : new(_pair.ReadAllAsync(context)));

        Assert.Equal("produce=Succeeded before=Succeeded read=Succeeded", (await PlanEngine.Start(program).Completion.Soon()).Statuses());
        Assert.Equal([0, 1, 2], _pair.Read);
        var drawn = new PlanDefinition(table).ToMermaid();
        Assert.Contains("s0 --> s2", drawn, StringComparison.Ordinal);
        Assert.Contains("s1 --> s2", drawn, StringComparison.Ordinal);
        Assert.DoesNotContain("s1 --> s0", drawn, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Steps_that_are_not_declared_to_feed_or_to_read_cannot()
    {
        var plan = new TestPlan()
            .Governed("feeds", context => _pair.Stream.FeedAsync(LivePair.Count(1), context).AsTask(), onFailure: FailurePolicy.Continue)
            .Governed("reads", _pair.ReadAllAsync, onFailure: FailurePolicy.Continue);

        var outcome = await plan.Start().Completion.Soon();

        Assert.Equal("Step 'feeds' is not declared to produce a stream that is read live.", outcome.Steps[0].Error!.Message);
        Assert.Equal("Step 'reads' is not declared to read a stream live.", outcome.Steps[1].Error!.Message);
    }

    [Fact]
    public async Task Pairs_end_whatever_they_do()
    {
        for (var round = 0; round < 300; round++)
        {
            var (pair, most) = (new LivePair { MaxParallel = 1 + (round % 3), OnFailureOfReader = FailurePolicy.Continue }, round % 7);
            var plan = pair.Plan(_ => LivePair.Count(round % 11), async context =>
            {
                await foreach (var element in pair.Stream.Read(context).ConfigureAwait(false))
                {
                    if (element == most)
                        throw new InvalidDataException();
                    pair.Read.Add(element);
                }
            }).Sync("after", static () => { }, after: ["produce", "read"]).Async("beside", static _ => Task.CompletedTask);

            var outcome = await plan.Start().Completion.Soon();
            Assert.Equal($"produce=Succeeded read={(most < round % 11 ? "Failed" : "Succeeded")} after=Succeeded beside=Succeeded", outcome.Statuses());
        }
    }
}
