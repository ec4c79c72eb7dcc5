using PlanDsl.Testing.Internal;

namespace PlanDsl.Tests;

/// <summary>A clock is code of others: it may ask the run something while a timer of the run's is disposed of.</summary>
public sealed class TimerDisposalTests
{
    [Fact]
    public async Task The_timer_of_a_body_that_was_cancelled_alone_is_disposed_of_where_the_run_can_be_asked()
    {
        PlanRun? run = null;
        var gate = new Gate();
        var clock = new AskingClock(() => run!.Steps);
        run = new TestPlan().Async("a", gate, onFailure: FailurePolicy.Continue).Start(new() { TimeProvider = clock });
        await gate.Entered.Soon();

        run.CancelStep("a");
        gate.Open();
        await run.Completion.Soon();

        Assert.Equal((1, 1), (clock.Asked, clock.Answered));
    }

    private sealed class AskingClock(Func<object> ask) : TimeProvider
    {
        private readonly ManualTimeProvider _inner = new();

        public int Asked { get; private set; }

        public int Answered { get; private set; }

        public override DateTimeOffset GetUtcNow() => _inner.GetUtcNow();

        public override long GetTimestamp() => _inner.GetTimestamp();

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
            new AskingTimer(this, _inner.CreateTimer(callback, state, dueTime, period));

        private void Ask()
        {
            Asked++;

            // On another thread, which does not hold whatever this one may hold.
            if (Task.Factory.StartNew(ask, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default).Wait(TimeSpan.FromSeconds(30)))
                Answered++;
        }

        private sealed class AskingTimer(AskingClock clock, ITimer inner) : ITimer
        {
            public bool Change(TimeSpan dueTime, TimeSpan period) => inner.Change(dueTime, period);

            public void Dispose()
            {
                clock.Ask();
                inner.Dispose();
            }

            public ValueTask DisposeAsync()
            {
                Dispose();
                return default;
            }
        }
    }
}
