namespace PlanDsl;

/// <summary>The calls of one step's body by the pipeline that the step names. They may overlap, as those of one that hedges do,
/// and the step goes on until the last has returned.</summary>
/// <remarks>Thread-safe. All that it knows stands under one lock, under which nothing is called, so that others may hold theirs
/// around it. A call that has entered is counted at every moment, as passing or as an attempt that executes, until it has told
/// the step how it ended; and a call that gives the slot back, or is to be given one, moves the whole. So the pipeline's end can
/// be waited for: from then on none enters, and when none passes, executes or moves, nothing changes the step any more.</remarks>
/// <param name="mayOverlap">Whether one may begin while another executes.</param>
internal sealed partial class PipelineCalls(bool mayOverlap)
{
    private readonly Lock _lock = new();
    private readonly List<int> _executing = [];
    private int _passing;

    // The attempt whose result is the step's; 0 for none.
    private int _keeper;
    private bool _hasBegun;
    private bool _hasReturned;
    private bool _isOver;

    private bool IsIdle => _executing.Count == 0 && _passing == 0;

    /// <summary>Says how a call begins that comes now.</summary>
    /// <param name="change">What to wait for where that is <see cref="CallEntry.Later"/>.</param>
    public CallEntry Enter(out Task change)
    {
        lock (_lock)
        {
            change = Task.CompletedTask;
            if (_isOver)
                return CallEntry.Never;
            if (_isMoving || !(mayOverlap || IsIdle))
            {
                change = NextChange();
                return CallEntry.Later;
            }

            if (_isWaiting)
            {
                _isMoving = true;
                return CallEntry.InLine;
            }

            Pass();
            if (_hasBegun)
                return CallEntry.Another;
            _hasBegun = true;
            return CallEntry.First;
        }
    }

    /// <summary>A call that passes is made, as this attempt.</summary>
    public void Begin(int attempt)
    {
        lock (_lock)
        {
            _passing--;
            _executing.Add(attempt);
        }
    }

    /// <summary>The body has returned or failed; the call passes again. <see langword="false"/> if nobody waits for it any more,
    /// so that the attempt has failed whatever the body returned.</summary>
    public bool TryEnd(int attempt, bool hasFailed)
    {
        lock (_lock)
        {
            if (!_executing.Remove(attempt))
                return false;
            _passing++;
            _hasReturned |= !hasFailed;
            if (hasFailed && _keeper == attempt)
                _keeper = 0;
            return true;
        }
    }

    /// <summary>A call that passes is not made, or has told the step how it ended.</summary>
    public void Leave()
    {
        lock (_lock)
        {
            _passing--;
            Change();
        }
    }

    /// <summary>Whether an attempt goes on.</summary>
    public bool IsExecuting(int attempt)
    {
        lock (_lock)
            return _executing.Contains(attempt);
    }

    /// <summary>Keeps what an attempt has returned, if that is the step's result: of those that overlap, it is the first.</summary>
    public void Keep<T>(int attempt, T result, ref T place)
    {
        lock (_lock)
        {
            if (!_executing.Contains(attempt) || (_keeper != 0 && _keeper != attempt))
                return;
            _keeper = attempt;
            place = result;
        }
    }

    /// <summary>Waits for an attempt no longer that does not heed its cancellation, unless it is all that the step waits for.</summary>
    /// <param name="attempt">The attempt.</param>
    /// <param name="isAwaited">Whether the pipeline can be told, so that it need not have come to its end.</param>
    /// <returns><see langword="false"/> if no other has returned or goes on.</returns>
    public bool TryLeaveBehind(int attempt, bool isAwaited)
    {
        lock (_lock)
        {
            var isNeeded = isAwaited ? !_hasReturned && _executing.Count + _passing == 1 : !_isOver;
            if (isNeeded || !_executing.Remove(attempt))
                return false;
            if (_keeper == attempt)
                _keeper = 0;
            Change();
            return true;
        }
    }

    // What was returned before is not the step's result any more if the pipeline calls again.
    private void Pass()
    {
        if (IsIdle)
            _keeper = 0;
        _passing++;
    }
}
