namespace PlanDsl;

/// <content>Waiting: of a step for its retry or its turn, of a call for another, and of the step for the last of its calls.</content>
internal sealed partial class PipelineCalls
{
    private TaskCompletionSource? _change;
    private BodyCancellation? _end;
    private bool _isWaiting;
    private bool _isMoving;

    /// <summary>Whether the step has no slot, because a call of its body waits to be made again.</summary>
    public bool IsWaiting
    {
        get
        {
            lock (_lock)
                return _isWaiting;
        }
    }

    /// <summary>Whether the pipeline has come to its end.</summary>
    public bool IsOver
    {
        get
        {
            lock (_lock)
                return _isOver;
        }
    }

    /// <summary>A token that is cancelled when the pipeline comes to its end: for the call in line, which moves the whole.</summary>
    public CancellationToken WhenOver
    {
        get
        {
            lock (_lock)
                return _isOver ? new(canceled: true) : (_end ??= new()).Token;
        }
    }

    /// <summary>The call in line has been given a slot, or has given up. <see langword="false"/> if it is not to be made.</summary>
    public bool TryLeaveLine(bool hasSlot)
    {
        lock (_lock)
        {
            _isMoving = false;
            _isWaiting &= !hasSlot;
            var isMade = hasSlot && !_isOver;
            if (isMade)
                Pass();
            Change();
            return isMade;
        }
    }

    /// <summary>Begins to give the step's slot back before another call; <see langword="false"/> if the step is to stay as it is:
    /// one executes in the slot, has returned in it, or has given it back.</summary>
    public bool TryBeginWait()
    {
        lock (_lock)
        {
            if (!IsIdle || _isMoving || _isWaiting || _hasReturned || _isOver)
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
        BodyCancellation? end;
        lock (_lock)
        {
            _isOver = true;
            end = _end;
            Change();
        }

        end?.Cancel();
        while (!IsLeft(out var change))
            await change.ConfigureAwait(false);
        end?.Release();
    }

    private bool IsLeft(out Task change)
    {
        lock (_lock)
        {
            var isLeft = IsIdle && !_isMoving;
            change = isLeft ? Task.CompletedTask : NextChange();
            return isLeft;
        }
    }

    private Task NextChange() => (_change ??= new(TaskCreationOptions.RunContinuationsAsynchronously)).Task;

    private void Change()
    {
        _change?.SetResult();
        _change = null;
    }
}
