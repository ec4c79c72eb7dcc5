namespace PlanDsl;

/// <summary>The longest chain of dependent steps that ends in each step of one run. A step that was skipped takes no time, but the
/// chain goes through it. All predecessors have ended before a step starts, so its own is known for good when it ends; a step that
/// reads a stream live starts with its producer, and its chain is what that has waited for.</summary>
internal sealed class StepChains
{
    private readonly PlanTable _plan;
    private readonly Dictionary<string, int> _steps;
    private readonly StepClock _clock = new();
    private readonly TimeSpan[] _length;
    private readonly bool[] _hasRun;

    // The longest chain of the predecessors of each step that have ended, and the predecessor that it ends in.
    private readonly TimeSpan[] _lengthBefore;
    private readonly int[] _cameFrom;
    private TimeSpan? _longest;

    public StepChains(PlanTable plan)
    {
        _plan = plan;
        _steps = new(plan.StepCount, StringComparer.Ordinal);
        _length = new TimeSpan[plan.StepCount];
        _hasRun = new bool[plan.StepCount];
        _lengthBefore = new TimeSpan[plan.StepCount];
        _cameFrom = new int[plan.StepCount];
        Array.Fill(_cameFrom, -1);
        for (var step = 0; step < plan.StepCount; step++)
            _steps.Add(plan.StepIds[step], step);
    }

    /// <summary>The longest chain of all, if an event makes it another.</summary>
    public RunCriticalPath? Advance(PlanEvent happened)
    {
        var ended = _clock.Advance(happened);
        if ((ended is null && happened is not StepSkippedEvent) || !_steps.TryGetValue(((StepEvent)happened).StepPath, out var step))
            return null;
        _hasRun[step] = ended is not null;
        var head = _plan.Live?.HeadOf(step) ?? step;
        (_cameFrom[step], _lengthBefore[step]) = (_cameFrom[head], _lengthBefore[head]);
        _length[step] = _lengthBefore[step] + (ended?.Duration ?? TimeSpan.Zero);
        foreach (var successor in _plan.SuccessorsOf(step))
        {
            if (_plan.Live?.ProducerOf(successor) == step)
                continue;
            if (_cameFrom[successor] >= 0 && _length[step] <= _lengthBefore[successor])
                continue;
            _lengthBefore[successor] = _length[step];
            _cameFrom[successor] = step;
        }

        if (ended is null || _length[step] <= _longest)
            return null;
        _longest = _length[step];
        return new(_length[step], PathTo(step));
    }

    private List<string> PathTo(int step)
    {
        var path = new List<string>();
        for (; step >= 0; step = _cameFrom[step])
        {
            if (_hasRun[step])
                path.Add(_plan.StepIds[step]);
        }

        path.Reverse();
        return path;
    }
}
