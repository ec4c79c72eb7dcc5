using System.Globalization;
using System.Reactive.Linq;

namespace PlanDsl.Tests;

/// <summary>What the other process does: it executes runs until they end or it is killed, and tells each event, and how each run has ended, in
/// a line.</summary>
internal static class KilledProgram
{
    /// <param name="args">The kind of the journal, its durability, where all is kept, how the process ends, at which event, and then each
    /// plan with the id of its run.</param>
    public static async Task<int> RunAsync(string[] args)
    {
        using var runs = new KilledRuns(args[0], Enum.Parse<JournalDurability>(args[1]), args[2]);
        var end = Enum.Parse<ProcessEnd>(args[3]);
        var journal = end is ProcessEnd.WithRuns or ProcessEnd.LettingGo ? runs.Journal : new KillingJournal(runs.Journal, end, long.Parse(args[4], CultureInfo.InvariantCulture));
        await Task.WhenAll(args[5..].Chunk(2).Select(run => ExecuteAsync(runs, journal, run[0], run[1], end))).ConfigureAwait(false);
        return 0;
    }

    private static async Task ExecuteAsync(KilledRuns runs, IPlanJournal journal, string plan, string runId, ProcessEnd end)
    {
        try
        {
            var told = end is ProcessEnd.WithRuns ? new Told() : null;
            var run = await runs.GoOnAsync(plan, runId, journal, told).ConfigureAwait(false);
            if (end is ProcessEnd.LettingGo)
            {
                await run.Events.FirstAsync(static happened => happened is StepWaitingEvent { Signal: not null });
                Console.WriteLine($"let go: {await run.TryLetGoAsync().ConfigureAwait(false)}");
            }

            var outcome = await run.Completion.ConfigureAwait(false);

            // A run does not wait for who observes it, and how it has ended is to be the last line.
            if (told is not null)
                await told.End.ConfigureAwait(false);
            Console.WriteLine($"{runId} {outcome.Status}: {outcome.Error?.Message}");
        }
        catch (JournalException refusal)
        {
            Console.WriteLine($"{refusal.GetType().Name}: {refusal.Message}");
        }
    }

    private sealed class Told : IObserver<PlanEvent>
    {
        private readonly TaskCompletionSource _end = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task End => _end.Task;

        public void OnNext(PlanEvent value) => Console.WriteLine(value.Sequence);

        public void OnCompleted() => _end.SetResult();

        public void OnError(Exception error) => _end.SetException(error);
    }
}
