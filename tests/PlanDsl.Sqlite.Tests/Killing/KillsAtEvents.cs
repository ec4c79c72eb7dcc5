namespace PlanDsl.Tests;

/// <summary>Runs of one plan in one journal, side by side, each of which is killed at another of its events.</summary>
/// <param name="kind">The kind of the journal.</param>
/// <param name="plan">The plan.</param>
/// <param name="directory">Where all of it is kept.</param>
internal sealed class KillsAtEvents(string kind, string plan, string directory)
{
    // How many events later a run is killed that is killed twice.
    private const int Later = 3;

    private readonly KillReport _report = new($"{plan} in {kind}");

    public async Task<KillReport> ExecuteAsync()
    {
        var undisturbed = await UndisturbedRun.OfAsync(plan, Path.Combine(directory, "undisturbed")).ConfigureAwait(false);
        await Task.WhenAll(KillPoint.Of(undisturbed, kind).Select(point => Kills.InRoomAsync(() => KillAsync(undisturbed, point)))).ConfigureAwait(false);
        return _report;
    }

    private async Task KillAsync(UndisturbedRun undisturbed, KillPoint point)
    {
        if (_report.IsFull)
            return;
        var run = new KilledRun(undisturbed, $"{plan}-{point.End}-{point.Sequence}");
        if (await KillAtAsync(run, point).ConfigureAwait(false) && point.IsTwice)
            await KillAtAsync(run, point with { Sequence = point.Sequence + Later }).ConfigureAwait(false);
        using var runs = new KilledRuns(kind, JournalDurability.Batched, directory);
        _report.Note(run, await run.FinishAsync(runs).ConfigureAwait(false));
    }

    private async Task<bool> KillAtAsync(KilledRun run, KillPoint point)
    {
        using var process = KilledProcess.Start(kind, point.Durability, directory, point.End, point.Sequence, limit: 0, (run.Plan, run.RunId));
        var wasKilled = await process.WaitAsync().ConfigureAwait(false);
        _report.Count(wasKilled);
        if (!wasKilled)
            return false;
        using var runs = new KilledRuns(kind, point.Durability, directory);
        _report.Note(run, await run.LeaveAsync(runs, isActedOnSafely: point.Durability is JournalDurability.EveryEvent).ConfigureAwait(false));
        return true;
    }
}
