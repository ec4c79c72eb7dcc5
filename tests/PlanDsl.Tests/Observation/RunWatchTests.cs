namespace PlanDsl.Tests;

/// <summary>Those who watch a run, told by whichever thread has just left it.</summary>
public sealed class RunWatchTests
{
    private const int Rounds = 200_000;

    private int _begun;
    private int _ended;
    private long _told;

    [Fact]
    public async Task Of_threads_that_note_something_at_once_one_tells_all_of_it()
    {
        var plan = new TestPlan().Sync("a", static () => { });
        var watch = RunWatch.TryStart(plan.Table, new("test", "run-1"), TimeProvider.System, new() { OnPlanTransition = _ => _told++ })!;
        var other = Task.Factory.StartNew(() => Meet(watch), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        var round = 1;
        while (round <= Rounds && _told == 2L * (round - 1))
        {
            Volatile.Write(ref _begun, round);
            Note(watch);
            Await(ref _ended, round++);
        }

        // The other one is not to wait for a round that does not come.
        Volatile.Write(ref _begun, Rounds);
        await other;
        Assert.Equal(2L * Rounds, _told);
    }

    private void Meet(RunWatch watch)
    {
        for (var round = 1; round <= Rounds; round++)
        {
            Await(ref _begun, round);
            Note(watch);
            Volatile.Write(ref _ended, round);
        }
    }

    private static void Await(ref int count, int round)
    {
        var spin = default(SpinWait);
        while (Volatile.Read(ref count) < round)
            spin.SpinOnce(sleep1Threshold: -1);
    }

    private static void Note(RunWatch watch)
    {
        watch.Note(new("test", "run-1"), PlanState.Pending, PlanState.Planning, PlanTrigger.StartPlan, default);
        watch.Tell();
    }
}
