namespace PlanDsl;

/// <summary>The calls of one step's body by the pipeline that the step names. They may overlap, as those of one that hedges do,
/// and the step goes on until the last has returned. Thread-safe; nothing is called under its lock, so that others may hold
/// theirs around it.</summary>
/// <param name="mayOverlap">Whether one may begin while another executes.</param>
internal sealed class PipelineCalls(bool mayOverlap)
{
    private readonly Lock _lock = new();
    private readonly List<StepContext> _executing = [];
    private TaskCompletionSource _change = NewChange();
    private StepContext? _keeper;
    private bool _hasBegun;
    private bool _isWaiting;
    private bool _isMoving;
    private bool _hasReturned;
    private bool _isOver;

    // Calls that have a slot, and not yet a context.
    private int _entering;

    /// <summary>Whether the step has no slot, because a call of its body waits to be made again.</summary>
    public bool IsWaiting
    {
        get
        {
            lock (_lock)
                return _isWaiting;
        }
    }

    private bool IsIdle => _executing.Count == 0 && _entering == 0;

    /// <summary>Says how a call begins that comes now.</summary>
    /// <param name="change">What to wait for where that is <see cref="CallEntry.Later"/>.</param>
    public CallEntry Enter(out Task change)
    {
        lock (_lock)
        {
            change = _change.Task;
            if (_isOver)
                return CallEntry.Never;
            if (_isMoving || !(mayOverlap || IsIdle))
                return CallEntry.Later;
            if (_isWaiting)
            {
                _isMoving = true;
                return CallEntry.InLine;
            }

            _entering++;
            if (_hasBegun)
                return CallEntry.Another;
            _hasBegun = true;
            return CallEntry.First;
        }
    }

    /// <summary>The call in line has been given a slot, or has given up.</summary>
    public void LeaveLine(bool hasSlot)
    {
        lock (_lock)
        {
            _isMoving = false;
            if (hasSlot)
            {
                _isWaiting = false;
                _entering++;
            }

            Change();
        }
    }

    /// <summary>A call that has entered is made, as this attempt.</summary>
    public void Begin(StepContext attempt)
    {
        lock (_lock)
        {
            if (--_entering == 0 && _executing.Count == 0)
                _keeper = null;
            _executing.Add(attempt);
        }
    }

    /// <summary>A call that has entered is not made.</summary>
    public void Decline()
    {
        lock (_lock)
        {
            _entering--;
            Change();
        }
    }

    /// <summary>An attempt has ended.</summary>
    public void End(StepContext attempt, bool hasFailed)
    {
        lock (_lock)
        {
            if (!hasFailed)
                _hasReturned = true;
            else if (_keeper == attempt)
                _keeper = null;
            if (_executing.Remove(attempt))
                Change();
        }
    }

    /// <summary>Whether an attempt goes on.</summary>
    public bool IsExecuting(int attempt)
    {
        lock (_lock)
            return _executing.Exists(executing => executing.Attempt == attempt);
    }

    /// <summary>Whether what an attempt has returned is the step's result: of those that overlap, it is the first.</summary>
    public bool TryKeep(StepContext attempt)
    {
        lock (_lock)
        {
            if (!_executing.Contains(attempt))
                return false;
            _keeper ??= attempt;
            return _keeper == attempt;
        }
    }

    /// <summary>Waits for an attempt no longer that does not heed its cancellation, unless it is all that the step waits for.</summary>
    /// <param name="attempt">The attempt.</param>
    /// <param name="isAwaited">Whether the pipeline can be told, so that it need not have come to its end.</param>
    /// <returns><see langword="false"/> if no other has returned or goes on.</returns>
    public bool TryLeaveBehind(StepContext attempt, bool isAwaited)
    {
        lock (_lock)
        {
            var isNeeded = isAwaited ? !_hasReturned && _executing.Count + _entering == 1 : !_isOver;
            if (isNeeded || !_executing.Contains(attempt))
                return false;
            _executing.Remove(attempt);
            Change();
            return true;
        }
    }

    /// <summary>Begins to give the step's slot back before another call; <see langword="false"/> if one still executes in it.</summary>
    public bool TryBeginWait()
    {
        lock (_lock)
        {
            if (!IsIdle || _isMoving)
                return false;
            return _isMoving = _isWaiting = true;
        }
    }

    /// <summary>The slot has been given back, or is to be kept because no call is to follow.</summary>
    public void EndWait(bool isWaiting)
    {
        lock (_lock)
        {
            (_isMoving, _isWaiting) = (false, isWaiting);
            Change();
        }
    }

    /// <summary>The pipeline has come to its end. What it has called may not have.</summary>
    public async ValueTask EndAsync()
    {
        while (true)
        {
            Task change;
            lock (_lock)
            {
                _isOver = true;
                if (IsIdle)
                    return;
                change = _change.Task;
            }

            await change.ConfigureAwait(false);
        }
    }

    private static TaskCompletionSource NewChange() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private void Change()
    {
        _change.SetResult();
        _change = NewChange();
    }
}
