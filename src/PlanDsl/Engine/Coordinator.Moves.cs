namespace PlanDsl;

/// <content>Steps whose parts have moved: they go on before anything else is taken, since they may be at their end, and the
/// run with them. That is done outside the lock, by whichever thread comes next to take a step.</content>
internal abstract partial class Coordinator
{
    private Queue<Wakeup>? _moved;
    private Queue<GovernedStep>? _stopped;

    private bool HasMoved => _moved is { Count: > 0 } || _stopped is { Count: > 0 };

    private void Move(StepParts parts)
    {
        if (parts.Wake() is { } goOn)
            (_moved ??= new()).Enqueue(new(parts.Whole, goOn));
    }

    private void Stop(GovernedStep whole, DateTimeOffset now)
    {
        CallOff(whole, now);
        (_stopped ??= new()).Enqueue(whole);
    }

    /// <summary>Does what is left to do, and takes a step after that where none could be taken before.</summary>
    private Turn Discharge(Duties duties, Turn next, WorkerKind worker)
    {
        Discharge(duties);
        if (worker is WorkerKind.Returning || (duties & Duties.MoveParts) == Duties.None)
            return next;
        MoveParts();
        return Take(worker);
    }

    // A step that ends so leaves what its end has moved to this loop, so that however many end at once, they need no stack.
    private void MoveParts()
    {
        while (true)
        {
            Wakeup? moved = null;
            GovernedStep? stopped = null;
            lock (_gate)
            {
                if (_stopped?.TryDequeue(out stopped) is not true && _moved?.TryDequeue(out moved) is not true)
                    return;
            }

            stopped?.Cancel();
            if (moved is not null)
                GoOn(moved.Unit, moved.GoOn);
        }
    }
}
