namespace PlanDsl.Tests;

/// <summary>Runs of one plan in one journal, side by side, each of which is killed at another of its events.</summary>
/// <param name="kind">The kind of the journal.</param>
/// <param name="plan">The plan.</param>
/// <param name="directory">Where all of it is kept.</param>
internal sealed class KillsAtEvents(string kind, string plan, string directory)
{
    // How many events later a run is killed that is killed twice.
    private const int Later = 3;

    // By how many events a run may be shorter than the undisturbed one, because what is cancelled may have started by then or not.
    private const int Shorter = 3;

    private readonly KillReport _report = new($"{plan} in {kind}");

    public async Task<KillReport> ExecuteAsync()
    {
        var undisturbed = await UndisturbedRun.OfAsync(plan, Path.Combine(directory, "undisturbed")).ConfigureAwait(false);
        await Task.WhenAll(KillPoint.Of(undisturbed, kind).Select(point => Kills.InRoomAsync(() => KillAsync(undisturbed, point)))).ConfigureAwait(false);
        _report.Note("all of them", await Leaks.FindInAsync(directory).ConfigureAwait(false));
        return _report;
    }

    // A run that has ended before it comes to the point is made again, and killed at its last event at the latest.
    private async Task KillAsync(UndisturbedRun undisturbed, KillPoint point)
    {
        for (var last = point.Sequence; last >= point.Sequence - Shorter && !_report.IsFull;)
        {
            var run = new KilledRun(undisturbed, $"{plan}-{point.End}-{point.Sequence}-{last}");
            var events = await KillAsync(run, point with { Sequence = last }, undisturbed.Events).ConfigureAwait(false);
            if (events is null)
                return;
            if (events >= last)
                _report.Note(run.RunId, $"its process was not killed {point.End} event {last}, and it has come to that");
            last = Math.Min(events.Value, last - 1);
        }

        _report.Note(plan, $"no process was killed {point.End} event {point.Sequence}, or near that");
    }

    // How many events the run has if its process was not killed; null if it was.
    private async Task<int?> KillAsync(KilledRun run, KillPoint point, int events)
    {
        var wasKilled = await KillAtAsync(run, point).ConfigureAwait(false);
        if (wasKilled && point.IsTwice && !await KillAtAsync(run, point with { Sequence = point.Sequence + Later }).ConfigureAwait(false) && point.Sequence + Later < events - Shorter)
            _report.Note(run.RunId, "the process that went on with it was not killed");
        using var runs = new KilledRuns(kind, JournalDurability.Batched, directory);
        _report.Note(run.RunId, await run.FinishAsync(runs).ConfigureAwait(false));
        return wasKilled ? null : (await runs.ReadAsync(run.RunId).ConfigureAwait(false)).Count;
    }

    private async Task<bool> KillAtAsync(KilledRun run, KillPoint point)
    {
        using var process = KilledProcess.Start(kind, point.Durability, directory, point.End, point.Sequence, limit: 0, (run.Plan, run.RunId));
        var wasKilled = await process.WaitAsync().ConfigureAwait(false);
        _report.Count(wasKilled);
        if (!wasKilled)
            return false;
        using var runs = new KilledRuns(kind, point.Durability, directory);
        _report.Note(run.RunId, await run.LeaveAsync(runs, isActedOnSafely: point.Durability is JournalDurability.EveryEvent).ConfigureAwait(false));
        return true;
    }
}
