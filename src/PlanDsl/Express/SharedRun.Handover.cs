namespace PlanDsl;

/// <content>How a coordinator takes over.</content>
/// <remarks>Whoever hands over says so first, makes a barrier for all threads, and only then reads the words of the steps. Who takes a
/// step or ends one writes its word first and looks then whether the run has been handed over. So if that is not to be seen yet, the
/// word was; and otherwise it comes to the lock, where it learns what was noted of its step, and tells the heir what became of it since.
/// What was not noted it drops, for the heir has found the same: a step is ready when those before it are noted as ended, however far
/// those who ended them have come with counting. The words mean nothing any more from then on.</remarks>
internal abstract partial class SharedRun
{
    private bool _isHandedOver;
    private bool _hasEnded;
    private int[] _noted = [];
    private IExpressHeir? _heir;

    IEnumerable<int> IBegunRun.Ended => All.Where(step => _noted[step] == Ended);

    IEnumerable<(int Step, AttemptTimeout? Timeout)> IBegunRun.Executing =>
        All.Where(step => _noted[step] == Executing).Select(static step => (step, (AttemptTimeout?)null));

    IEnumerable<int> IBegunRun.Line => All;

    private IEnumerable<int> All => Enumerable.Range(0, _noted.Length);

    /// <summary>Whether the run goes on in another way, so that nothing more is to begin here.</summary>
    private bool IsHandedOver => Volatile.Read(ref _isHandedOver);

    /// <summary>Makes the heir. Called once, while the run stands still.</summary>
    private protected abstract IExpressHeir MakeHeir();

    /// <summary>Hands the run over, unless that has been done; <see langword="null"/> if it has ended.</summary>
    /// <param name="cancellationToken">What the heir is to heed.</param>
    /// <param name="reopens">Whether to do so though it has ended: it has no results to show for it.</param>
    private protected IExpressHeir? HandOver(CancellationToken cancellationToken, bool reopens = false)
    {
        IExpressHeir? made = null;
        lock (_gate)
        {
            if (_hasEnded && !reopens)
                return null;
            if (_heir is null)
            {
                Volatile.Write(ref _isHandedOver, true);
                Interlocked.MemoryBarrierProcessWide();
                _noted = [.. _unfinished];
                _heir = made = MakeHeir();
            }
        }

        made?.TakeOver(cancellationToken);
        return _heir;
    }

    /// <summary>Keeps the hold on the caller's token; <see langword="false"/> if the run has ended, or is in other hands.</summary>
    private protected bool TryKeep(ref CancellationTokenRegistration place, CancellationTokenRegistration registration)
    {
        lock (_gate)
        {
            if (_hasEnded || _heir is not null)
                return false;
            place = registration;
            return true;
        }
    }

    /// <summary>Ends the run, unless it has been handed over; whether it has ended.</summary>
    private protected bool TryEnd()
    {
        lock (_gate)
        {
            return _heir is null && (_hasEnded = true);
        }
    }

    /// <summary>Whether the run was handed over, and a step is one of those that the heir believes to execute.</summary>
    private protected bool IsNoted(int step)
    {
        lock (_gate)
        {
            return _heir is not null && _noted[step] == Executing;
        }
    }
}
