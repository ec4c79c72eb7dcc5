namespace PlanDsl.Tests;

/// <summary>Runs of all plans that one process executes together until it is killed from outside, and then the next.</summary>
/// <param name="kind">The kind of their journal.</param>
/// <param name="durability">How safe an event is before a run acts on it.</param>
/// <param name="directory">Where all of it is kept.</param>
internal sealed class KillsAtAnyMoment(string kind, JournalDurability durability, string directory)
{
    private const int Processes = 12;

    private readonly Random _random = new(20_261_122);
    private readonly KillReport _report = new($"all together in {kind}, {durability}");

    public async Task<KillReport> ExecuteAsync()
    {
        var all = new List<KilledRun>();
        foreach (var plan in KilledPlans.All)
            all.Add(new(await UndisturbedRun.OfAsync(plan, Path.Combine(directory, "undisturbed")).ConfigureAwait(false), plan));
        for (var process = 0; process < Processes && !_report.IsFull; process++)
            await Kills.InRoomAsync(() => KillAsync(all)).ConfigureAwait(false);

        using var runs = new KilledRuns(kind, JournalDurability.Batched, directory);
        foreach (var run in all)
            _report.Note(run, await run.FinishAsync(runs).ConfigureAwait(false));
        return _report;
    }

    private async Task KillAsync(List<KilledRun> all)
    {
        using var process = KilledProcess.Start(kind, durability, directory, ProcessEnd.WithRuns, 0, limit: 0, all.Select(static run => (run.Plan, run.RunId)));
        _report.Count(await process.KillAfterAsync(_random.Next(60), TimeSpan.FromMicroseconds(_random.Next(3_000))).ConfigureAwait(false));
        using var runs = new KilledRuns(kind, durability, directory);
        foreach (var run in all)
            _report.Note(run, await run.LeaveAsync(runs, isActedOnSafely: durability is JournalDurability.EveryEvent).ConfigureAwait(false));
    }
}
