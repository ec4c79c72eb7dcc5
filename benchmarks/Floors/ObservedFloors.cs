using System.Threading.Channels;

namespace PlanDsl.Benchmarks;

/// <summary>Runs that are observed: the bare run, and beside it as many events as it tells, from the thread that makes them to another
/// that counts them, through a channel.</summary>
internal static class ObservedFloors
{
    // Of a step its start and its end; of a run that it was created, was started and has ended.
    private const int PerStep = 2;
    private const int PerRun = 3;
    private const int StepsOfQuote = 12;
    private static readonly int[] Steps = [Graphs.Chain.Length, Graphs.FanOut.Length, Graphs.Wavefront.Length, Graphs.Layered.Length, StepsOfQuote];

    public static IEnumerable<Floor> All { get; } =
        [.. FrameworkDuels.Observed.Zip(Steps, static (duel, steps) => new Floor(duel, "its events through a channel", () => RunAsync(duel.Other, PerRun + (PerStep * steps))))];

    private static async Task RunAsync(Func<Task> run, int events)
    {
        var channel = Channel.CreateUnbounded<PlanEvent>(new() { SingleReader = true, SingleWriter = true });
        var counting = CountAsync(channel.Reader);
        for (var index = 0; index < events; index++)
            channel.Writer.TryWrite(new StepStartedEvent { RunId = "run", StepPath = "step", Attempt = 1, Sequence = index, Time = TimeProvider.System.GetUtcNow() });
        channel.Writer.Complete();
        await run().ConfigureAwait(false);
        await counting.ConfigureAwait(false);
    }

    private static async Task<int> CountAsync(ChannelReader<PlanEvent> events)
    {
        var count = 0;
        await foreach (var _ in events.ReadAllAsync().ConfigureAwait(false))
            count++;
        return count;
    }
}
