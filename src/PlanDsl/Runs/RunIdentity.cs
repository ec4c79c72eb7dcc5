namespace PlanDsl;

/// <summary>What a run is called. An id that nobody gave is made when somebody asks.</summary>
/// <param name="planId">The plan's id.</param>
/// <param name="runId">The id that was given.</param>
/// <param name="whole">The run that this one is part of, which has the id of both.</param>
internal sealed class RunIdentity(string planId, string? runId, RunIdentity? whole = null)
{
    private string? _runId = runId;

    public string PlanId => planId;

    public string RunId => whole?.RunId ?? _runId ?? Interlocked.CompareExchange(ref _runId, RunIds.Next(), null) ?? _runId;
}
