namespace PlanDsl;

/// <content>How a coordinator takes over: on the first failure or cancellation, or when the time of a step is up.</content>
/// <remarks>Whoever hands over says so first, makes a barrier for all threads, and only then reads the words of the units. Who takes a
/// unit or ends one writes its word first and looks then whether the run has been handed over. So if that is not to be seen yet, the
/// word was; and otherwise it comes to the lock, where it learns what was noted of its unit, and tells the heir what became of it since:
/// that a unit noted as executing has ended, or will not begin. What was not noted it drops, for the heir has found the same: a
/// unit is ready when those before it are noted as ended, however far those who ended them have come with counting. The words mean
/// nothing any more from then on.</remarks>
internal abstract partial class CountedRun
{
    private readonly CancellationToken _cancellationToken;
    private CancellationTokenRegistration _registration;
    private bool _isHandedOver;
    private bool _hasEnded;
    private int[] _noted = [];
    private IExpressHeir? _heir;

    /// <summary>Whether the run goes on in another way, so that nothing more is to begin here.</summary>
    private protected bool IsHandedOver => Volatile.Read(ref _isHandedOver);

    /// <summary>The word of each unit when the run was handed over. For the heir, and for who makes it.</summary>
    private protected ReadOnlySpan<int> Noted => _noted;

    /// <summary>Hands the run over when the caller cancels it.</summary>
    private protected void Heed()
    {
        var registration = _cancellationToken.UnsafeRegister(static run => ((CountedRun)run!).HandOver(), this);

        // The run may have come to its end by now, or be in other hands, and nobody would let go of the token.
        if (!TryKeep(registration))
            registration.Unregister();
    }

    /// <summary>Hands the run over, unless that has been done; <see langword="null"/> if it has ended.</summary>
    /// <param name="reopens">Whether to do so though it has ended: it has no results to show for it.</param>
    private protected IExpressHeir? HandOver(bool reopens = false)
    {
        IExpressHeir? made = null;
        lock (Gate)
        {
            if (_hasEnded && !reopens)
                return null;
            if (_heir is null)
            {
                Volatile.Write(ref _isHandedOver, true);
                Interlocked.MemoryBarrierProcessWide();
                _noted = [.. Words];
                NoteMore();
                _heir = made = MakeHeir(_cancellationToken);
            }
        }

        made?.TakeOver(_cancellationToken);
        _registration.Unregister();
        return _heir;
    }

    /// <summary>Notes what the words do not say, while the run stands still.</summary>
    private protected virtual void NoteMore()
    {
    }

    /// <summary>Makes the heir. Called once, while the run stands still.</summary>
    private protected abstract IExpressHeir MakeHeir(CancellationToken cancellationToken);

    /// <summary>Whether the run was handed over, and a unit is one of those that the heir believes to execute.</summary>
    private protected bool IsNoted(int unit)
    {
        lock (Gate)
        {
            return _heir is not null && _noted[unit] == Executing;
        }
    }

    /// <summary>Hands the run over, unless that has been done, and tells the heir what has become of a unit, on a thread that may be inside
    /// another body.</summary>
    private protected void Leave(ExpressTurn turn, Exception? failure)
    {
        if (WorkerThread.IsOccupied)
        {
            Tell(HandOver()!, turn, failure, isNested: true);
            return;
        }

        using var shift = WorkerThread.BeginShift();
        if (shift.MayStray || Context is null)
            Tell(HandOver()!, turn, failure, isNested: false);
        else
            ExecutionContext.Run(Context, _ => Tell(HandOver()!, turn, failure, isNested: false), null);
    }

    /// <summary>Tells the heir what has become of a unit, if that was executing when the run was handed over.</summary>
    private protected abstract void Tell(IExpressHeir heir, in ExpressTurn turn, Exception? failure, bool isNested);

    private bool TryKeep(CancellationTokenRegistration registration)
    {
        lock (Gate)
        {
            if (_hasEnded || _heir is not null)
                return false;
            _registration = registration;
            return true;
        }
    }

    private bool TryEnd()
    {
        lock (Gate)
        {
            return _heir is null && (_hasEnded = true);
        }
    }
}
