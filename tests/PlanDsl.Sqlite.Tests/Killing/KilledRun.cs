namespace PlanDsl.Tests;

/// <summary>A run whose processes are killed, and what they have left each time.</summary>
/// <param name="undisturbed">The same run undisturbed.</param>
/// <param name="runId">Its id.</param>
internal sealed class KilledRun(UndisturbedRun undisturbed, string runId)
{
    private readonly List<Remains> _left = [];

    public string Plan => undisturbed.Plan;

    public string RunId => runId;

    /// <summary>Notes what its process has left; what is wrong with that.</summary>
    public async Task<string?> LeaveAsync(KilledRuns runs, bool isActedOnSafely)
    {
        var left = new Remains(await runs.ReadAsync(runId).ConfigureAwait(false), runs.DoneIn(runId));
        var fault = FaultOf(left.Events, left.Done) ?? (isActedOnSafely ? left.Fault() : null);
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

        var events = await runs.ReadAsync(runId).ConfigureAwait(false);
        var done = runs.DoneIn(runId);
        if (FaultOf(events, done) is { } wrong)
            return wrong;
        if (outcome is not null && outcome != undisturbed.Outcome)
            return $"it comes to\n{outcome}\nand undisturbed to\n{undisturbed.Outcome}";
        if (events[^1] is not RunCompletedEvent ended || !undisturbed.Outcome.StartsWith(ended.Status.ToString(), StringComparison.Ordinal))
            return $"its last event is {events[^1]}";
        return undisturbed.FaultOf(done, kills: _left.Count);
    }

    private string? FaultOf(List<PlanEvent> events, List<string> done) => _left.Select(left => left.FaultOf(events, done)).FirstOrDefault(static fault => fault is not null);
}
