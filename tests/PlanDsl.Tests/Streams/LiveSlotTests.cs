using PlanDsl.Testing.Internal;

namespace PlanDsl.Tests;

/// <summary>The one slot of a producer and its reader.</summary>
public sealed class LiveSlotTests
{
    private readonly ManualTimeProvider _clock = new();
    private readonly LivePair _pair = new() { MaxParallel = 1 };

    [Fact]
    public async Task It_is_held_until_both_have_ended()
    {
        var (end, other) = (new Gate(), new Gate());
        var run = _pair.Plan(_ => LivePair.Count(3), async context =>
        {
            await _pair.ReadAllAsync(context).ConfigureAwait(false);
            await end.EnterAsync(default).ConfigureAwait(false);
        }).Async("other", other).Start();
        await end.Entered.Soon();
        await run.WhenStatus("produce", StepStatus.Succeeded);

        Assert.False(other.IsEntered);
        end.Open();
        await other.Entered.Soon();
        other.Open();

        Assert.Equal(RunStatus.Succeeded, (await run.Completion.Soon()).Status);
    }

    [Fact]
    public async Task It_stays_the_readers_while_the_producer_waits_for_its_next_attempt()
    {
        var (attempts, other) = (0, new Gate());
        var pair = new LivePair { MaxParallel = 1, OfProducer = new() { Retries = 5, RetryDelay = TimeSpan.FromSeconds(1) } };
        var run = pair.Plan(_ => ++attempts < 3 ? throw new InvalidDataException() : LivePair.Count(3))
            .Async("other", other).Start(new() { TimeProvider = _clock });

        for (var retry = 0; retry < 2; retry++)
        {
            await _clock.WhenTimerIsDueIn(TimeSpan.FromSeconds(1)).Soon();
            Assert.False(other.IsEntered);
            _clock.Advance(TimeSpan.FromSeconds(1));
        }

        await other.Entered.Soon();
        Assert.Equal("produce=Succeeded read=Succeeded other=Running", run.Steps.Statuses());
        other.Open();

        var outcome = await run.Completion.Soon();
        Assert.Equal((3, 1), (outcome.Steps[0].Attempts, outcome.Steps[1].Attempts));
        Assert.Equal([0, 1, 2], pair.Read);
    }

    [Fact]
    public async Task A_producer_that_waits_stands_in_line_again_once_its_reader_has_gone()
    {
        var (attempts, leave, other) = (0, new Gate(), new Gate());
        var pair = new LivePair { MaxParallel = 1, OfProducer = new() { Retries = 5, RetryDelay = TimeSpan.FromSeconds(1) } };
        var run = pair.Plan(_ => ++attempts < 2 ? throw new InvalidDataException() : LivePair.Count(3), _ => leave.EnterAsync(default))
            .Async("other", other).Start(new() { TimeProvider = _clock });
        await _clock.WhenTimerIsDueIn(TimeSpan.FromSeconds(1)).Soon();
        await leave.Entered.Soon();

        leave.Open();
        await other.Entered.Soon();
        _clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal("produce=Waiting read=Succeeded other=Running", run.Steps.Statuses());
        other.Open();

        Assert.Equal("produce=Succeeded read=Succeeded other=Succeeded", (await run.Completion.Soon()).Statuses());
        Assert.Equal(2, attempts);
    }

    [Fact]
    public async Task Of_two_that_stand_in_line_for_it_the_first_takes_the_other_along()
    {
        var (fails, ends, attempts) = (new TaskCompletionSource(), new TaskCompletionSource(), 0);
        var pair = new LivePair { MaxParallel = 1, OfProducer = new() { Retries = 1, RetryDelay = TimeSpan.FromSeconds(1) } };
        async IAsyncEnumerable<int> Produce()
        {
            if (++attempts == 1)
                await fails.Task.ConfigureAwait(false);
            for (var element = 0; element < 4; element++)
                yield return element;
        }

        // On one thread: while the condition of the reader is asked, the producer leaves the slot, and the other step takes it.
        var workers = new Queue<IThreadPoolWorkItem>();
        PlanRun? run = null;
        var plan = pair.Plan(_ => Produce())
            .When(() =>
            {
                fails.SetException(new InvalidDataException());
                Work(workers);
                return true;
            })
            .Async("other", _ => ends.Task)
            .Sync("after", static () => { }, after: ["read"]);
        await Task.Run(() =>
        {
            WorkerThread.Queue = workers;
            try
            {
                run = plan.Start(new() { TimeProvider = _clock });
                Work(workers);
                _clock.Advance(TimeSpan.FromSeconds(1));
                Assert.Equal("produce=Waiting read=Pending other=Running after=Pending", run.Steps.Statuses());
                ends.SetResult();
                Work(workers);
            }
            finally
            {
                WorkerThread.Queue = null;
            }
        });

        Assert.Equal("produce=Succeeded read=Succeeded other=Succeeded after=Succeeded", (await run!.Completion.Soon()).Statuses());
        Assert.Equal([0, 1, 2, 3], pair.Read);
    }

    [Fact]
    public async Task It_is_given_back_by_a_reader_that_was_about_to_start_when_the_run_gave_up()
    {
        var plan = _pair.Plan(_ => throw new InvalidDataException())
            .Sync("cleanup", static () => { }, after: ["produce"]).RunWhen(RunWhen.Always);

        var outcome = await plan.Start().Completion.Soon();

        Assert.Equal("produce=Failed read=Cancelled cleanup=Succeeded", outcome.Statuses());
    }

    [Fact]
    public async Task The_condition_of_the_reader_is_asked_when_both_may_start_and_a_no_leaves_the_slot_to_the_producer()
    {
        var other = new Gate();
        var plan = _pair.Plan(_ => LivePair.Count(3)).When(static () => false).Async("other", other);
        var run = plan.Start();
        await other.Entered.Soon();
        other.Open();

        Assert.Equal("produce=Succeeded read=Skipped other=Succeeded", (await run.Completion.Soon()).Statuses());
    }

    private static void Work(Queue<IThreadPoolWorkItem> workers)
    {
        while (workers.TryDequeue(out var worker))
            worker.Execute();
    }
}
