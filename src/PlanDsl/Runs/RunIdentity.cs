namespace PlanDsl;

/// <summary>What a run is called. An id that nobody gave is made when somebody asks.</summary>
internal sealed class RunIdentity(string planId, string? runId)
{
    private string? _runId = runId;

    public string PlanId => planId;

    public string RunId => _runId ?? Interlocked.CompareExchange(ref _runId, Guid.NewGuid().ToString("N"), null) ?? _runId;
}
