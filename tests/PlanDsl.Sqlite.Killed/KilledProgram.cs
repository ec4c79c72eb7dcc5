using System.Diagnostics;
using System.Globalization;
using System.Reactive.Linq;

namespace PlanDsl.Tests;

/// <summary>What the other process does: it executes runs until they end or it is killed, and tells how each has ended, in a line.</summary>
internal static class KilledProgram
{
    /// <param name="args">The kind of the journal, its durability, where all is kept, how the process ends, at which event or how far its runs
    /// have come, and then each plan with the id of its run.</param>
    public static async Task<int> RunAsync(string[] args)
    {
        using var runs = new KilledRuns(args[0], Enum.Parse<JournalDurability>(args[1]), args[2]);
        var end = Enum.Parse<ProcessEnd>(args[3]);
        var limit = long.Parse(args[4], CultureInfo.InvariantCulture);
        var journal = end is ProcessEnd.After or ProcessEnd.Before ? new KillingJournal(runs.Journal, end, limit) : runs.Journal;
        var way = end is ProcessEnd.Suddenly ? new Way(limit) : null;
        await Task.WhenAll(args[5..].Chunk(2).Select(run => ExecuteAsync(runs, journal, run[0], run[1], end, way))).ConfigureAwait(false);
        return 0;
    }

    private static async Task ExecuteAsync(KilledRuns runs, IPlanJournal journal, string plan, string runId, ProcessEnd end, Way? way)
    {
        try
        {
            var run = await runs.GoOnAsync(plan, runId, journal, way).ConfigureAwait(false);
            if (end is ProcessEnd.LettingGo)
            {
                await run.Events.FirstAsync(static happened => happened is StepWaitingEvent { Signal: not null });
                Console.WriteLine($"let go: {await run.TryLetGoAsync().ConfigureAwait(false)}");
            }

            var outcome = await run.Completion.ConfigureAwait(false);
            Console.WriteLine($"{runId} {outcome.Status}: {outcome.Error?.Message}");
        }
        catch (JournalException refusal)
        {
            Console.WriteLine($"{refusal.GetType().Name}: {refusal.Message}");
        }
    }

    // The way of all runs, at the end of which is the process's. A run does not wait for who observes it, so that this is at any moment.
    private sealed class Way(long length) : IObserver<PlanEvent>
    {
        private long _gone;

        public void OnNext(PlanEvent value)
        {
            if (RunProgress.IsIn(value) && Interlocked.Increment(ref _gone) == length)
                Process.GetCurrentProcess().Kill();
        }

        public void OnCompleted()
        {
        }

        public void OnError(Exception error) => throw error;
    }
}
