namespace PlanDsl.Tests;

/// <summary>Runs of all plans that one process executes together until it is killed, and then the next, along the whole way that they go.</summary>
/// <param name="kind">The kind of their journal.</param>
/// <param name="durability">How safe an event is before a run acts on it.</param>
/// <param name="directory">Where all of it is kept.</param>
internal sealed class KillsAtAnyMoment(string kind, JournalDurability durability, string directory)
{
    // The way is divided into as many equal parts, and a process is killed in each.
    private const int Parts = 12;

    // So much of the way is there whatever comes: a failure that was not recorded in time need not come again, and is not retried.
    private const double Certain = 0.95;

    private readonly Random _random = new(Kills.Seed);
    private readonly KillReport _report = new($"all together in {kind}, {durability}, with {Kills.SeedVariable}={Kills.Seed}");

    public async Task<KillReport> ExecuteAsync()
    {
        var all = new List<KilledRun>();
        var way = 0;
        foreach (var plan in KilledPlans.All.Where(name => durability is JournalDurability.EveryEvent || KilledPlans.MayLose(name)))
        {
            var undisturbed = await UndisturbedRun.OfAsync(plan, Path.Combine(directory, "undisturbed")).ConfigureAwait(false);
            way += undisturbed.Progress;
            all.Add(new(undisturbed, plan));
        }

        for (var part = 0; part < Parts && !_report.IsFull; part++)
        {
            var moment = (part + _random.NextDouble()) / Parts * Certain;
            await Kills.InRoomAsync(() => KillAsync(all, moment, (int)(moment * way))).ConfigureAwait(false);
        }

        using var runs = new KilledRuns(kind, JournalDurability.Batched, directory);
        foreach (var run in all)
            _report.Note(run.RunId, await run.FinishAsync(runs).ConfigureAwait(false));
        _report.Note("all of them", await Leaks.FindInAsync(directory).ConfigureAwait(false));
        return _report;
    }

    private async Task KillAsync(List<KilledRun> all, double moment, int until)
    {
        // What was not recorded in time is gone once more.
        var length = Math.Max(1, until - all.Sum(static run => run.Progress));
        using var process = KilledProcess.Start(kind, durability, directory, ProcessEnd.Suddenly, length, limit: 0, all.Select(static run => (run.Plan, run.RunId)));
        var wasKilled = await process.WaitAsync().ConfigureAwait(false);
        _report.Count(wasKilled);
        if (wasKilled)
            _report.NoteReached(moment);
        else
            _report.Note("all of them", FormattableString.Invariant($"the process that was to be killed at {moment:P0} of the way has come to its end"));
        using var runs = new KilledRuns(kind, durability, directory);
        foreach (var run in all)
            _report.Note(run.RunId, await run.LeaveAsync(runs, isActedOnSafely: durability is JournalDurability.EveryEvent).ConfigureAwait(false));
    }
}
