namespace PlanDsl.Tests;

/// <summary>A run whose processes are killed, and what they have left each time.</summary>
/// <param name="undisturbed">The same run undisturbed.</param>
/// <param name="runId">Its id.</param>
internal sealed class KilledRun(UndisturbedRun undisturbed, string runId)
{
    private readonly List<Remains> _left = [];

    public string Plan => undisturbed.Plan;

    public string RunId => runId;

    /// <summary>How far it had come when its process was killed last.</summary>
    public int Progress => _left.Count == 0 ? 0 : RunProgress.Of(_left[^1].Events);

    /// <summary>Notes what its process has left; what is wrong with that.</summary>
    public async Task<string?> LeaveAsync(KilledRuns runs, bool isActedOnSafely)
    {
        var left = new Remains(await runs.ReadAsync(runId).ConfigureAwait(false), runs.DoneIn(runId));
        var fault = FaultOf(left.Events, left.Done, isActedOnSafely) ?? (isActedOnSafely ? left.Fault(kills: _left.Count + 1) : null);
        _left.Add(left);
        return fault;
    }

    /// <summary>Goes on to the end; what is wrong with that.</summary>
    public async Task<string?> FinishAsync(KilledRuns runs)
    {
        string? outcome = null;
        try
        {
            var run = await runs.GoOnAsync(Plan, runId).ConfigureAwait(false);
            outcome = KilledOutcome.Of(await run.Completion.Soon().ConfigureAwait(false));
        }
        catch (RunCompletedException)
        {
            // It was killed after its last event.
        }
        catch (Exception fault)
        {
            return fault.ToString();
        }

        if (outcome is not null && outcome != undisturbed.Outcome)
            return $"it comes to\n{outcome}\nand undisturbed to\n{undisturbed.Outcome}";
        var events = await runs.ReadAsync(runId).ConfigureAwait(false);
        var done = runs.DoneIn(runId);
        return FaultOf(events, done, isWhole: true) ?? FaultOfEnd(events) ?? undisturbed.FaultOf(done, AgainOf) ?? FaultOfKeys(runs) ?? await FaultOfClaimAsync(runs).ConfigureAwait(false);
    }

    private string? FaultOf(List<PlanEvent> events, List<string> done, bool isWhole) => _left.Select(left => left.FaultOf(events, done, isWhole)).FirstOrDefault(static fault => fault is not null);

    // What was underway when a process was killed is begun once more; and so is all whose end was on its way to the journal, where the run did not wait for that.
    private int AgainOf(string line)
    {
        var name = EffectName.Of(line);
        return _left.Count == 0 ? 0 : Math.Max(_left.Count(left => left.IsUnderway(name)), _left[^1].LostOf(name));
    }

    private string? FaultOfEnd(List<PlanEvent> events)
    {
        if (events is not [.., RunCompletedEvent ended] || !undisturbed.Outcome.StartsWith(ended.Status.ToString(), StringComparison.Ordinal))
            return $"its last event is {events.LastOrDefault()}";
        if (KilledOutcome.Of(events) is var recorded && recorded != undisturbed.Recorded)
            return $"it has recorded\n{recorded}\nand undisturbed\n{undisturbed.Recorded}";
        return undisturbed.FaultOf(events) ?? Hurries.FindIn(events) ?? Repeats.FindIn(events);
    }

    // Each thing was begun by one key, however often and by whomever.
    private string? FaultOfKeys(KilledRuns runs) =>
        runs.KeysIn(runId).Distinct().GroupBy(static begun => begun.Name).FirstOrDefault(static keys => keys.Count() > 1) is { } several
            ? $"{several.Key} was called by different keys: {string.Join(", ", several.Select(static begun => begun.Key))}"
            : null;

    // It is given up, too: who asks for it learns that it has ended, and not that somebody executes it.
    private async Task<string?> FaultOfClaimAsync(KilledRuns runs)
    {
        try
        {
            await runs.GoOnAsync(Plan, runId).ConfigureAwait(false);
            return "it has ended, and can be gone on with";
        }
        catch (RunCompletedException)
        {
            return null;
        }
        catch (JournalException fault)
        {
            return $"it has ended, and whoever wants to go on with it is told: {fault.Message}";
        }
    }
}
