namespace PlanDsl;

/// <summary>Since when the steps of a plan are ready, as far as its events tell: since the last of their predecessors has
/// ended, or the delay of a retry is over. The members of a group are ready with the group.</summary>
internal sealed class ReadySteps
{
    private readonly PlanTable _plan;
    private readonly Dictionary<string, int> _steps;
    private readonly Dictionary<string, DateTimeOffset> _since = new(StringComparer.Ordinal);
    private readonly int[] _unfinished;
    private readonly PlanStepNames _names;

    public ReadySteps(PlanTable plan)
    {
        _plan = plan;
        _names = new(plan);
        _unfinished = [.. plan.PredecessorCounts];
        _steps = new(plan.StepCount, StringComparer.Ordinal);
        for (var step = 0; step < plan.StepCount; step++)
            _steps.Add(_names.PathOf(step), step);
    }

    /// <summary>The run has started.</summary>
    public void Start(DateTimeOffset now)
    {
        for (var step = 0; step < _unfinished.Length; step++)
        {
            if (_unfinished[step] == 0 && GroupOf(step) < 0)
                SetReady(step, now);
        }
    }

    /// <summary>A step has ended.</summary>
    public void End(string path, DateTimeOffset now)
    {
        _since.Remove(path);
        if (!_steps.TryGetValue(path, out var ended))
            return;
        foreach (var successor in _plan.SuccessorsOf(ended))
        {
            if (--_unfinished[successor] == 0)
                SetReady(successor, now);
        }
    }

    /// <summary>A step has started, and with it the one that reads its stream live is ready.</summary>
    public void Start(string path, DateTimeOffset now)
    {
        if (_plan.Live is null || !_steps.TryGetValue(path, out var producer) || _plan.PolicyOf(producer)?.LiveTo is not { } reader || _unfinished[reader] == 0)
            return;
        _unfinished[reader] = 0;
        SetReady(reader, now);
    }

    public void SetReady(string path, DateTimeOffset since) => _since[path] = since;

    public bool TryTake(string path, out DateTimeOffset since) => _since.Remove(path, out since);

    private void SetReady(int step, DateTimeOffset since)
    {
        SetReady(_names.PathOf(step), since);
        for (var member = 0; _plan.Groups is { } groups && member < groups.Length; member++)
        {
            if (groups[member] == step)
                SetReady(_names.PathOf(member), since);
        }
    }

    private int GroupOf(int step) => _plan.Groups is { } groups ? groups[step] : -1;
}
