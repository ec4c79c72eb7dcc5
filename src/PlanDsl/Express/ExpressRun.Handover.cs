namespace PlanDsl;

/// <content>How a coordinator takes over.</content>
/// <remarks>Whoever hands over says so first, makes a barrier for all threads, and only then reads the words of the units. Who takes a
/// unit or ends one writes its word first and looks then whether the run has been handed over. So if that is not to be seen yet, the
/// word was; and otherwise it comes to the lock, where it learns what was noted of its unit, and tells the heir what became of it since:
/// that a unit noted as executing has ended, or will not begin. What was not noted it drops, for the heir has found the same: a
/// unit is ready when those before it are noted as ended, however far those who ended them have come with counting. The words mean
/// nothing any more from then on.</remarks>
internal abstract partial class ExpressRun
{
    private bool _isHandedOver;
    private bool _hasEnded;
    private int[] _noted = [];
    private Dictionary<int, int>? _places;
    private Dictionary<int, AttemptTimeout>? _timeouts;
    private IExpressHeir? _heir;

    BodyCancellation? IBegunRun.Bodies => _bodies;

    IEnumerable<int> IBegunRun.Ended => Enumerable.Range(0, _units.Count).SelectMany(unit => _units.StepsOf(unit).Take(ProgressOf(unit).Ended));

    IEnumerable<(int Step, AttemptTimeout? Timeout)> IBegunRun.Executing =>
        from unit in Enumerable.Range(0, _units.Count)
        let progress = ProgressOf(unit)
        where progress.Executes
        select (_units.StepsOf(unit)[progress.Ended], _timeouts?.GetValueOrDefault(unit));

    // First what stands in the line; then what others were about to put into it.
    IEnumerable<int> IBegunRun.Line
    {
        get
        {
            var line = new List<int>();
            for (var all = _ready; !all.IsEmpty; all.RemoveFirst())
                line.Add(all.First);
            return line.Union(Enumerable.Range(0, _units.Count)).Select(unit => _units.StepsOf(unit)[0]);
        }
    }

    /// <summary>Whether the run goes on in another way, so that nothing more is to begin here.</summary>
    private protected bool IsHandedOver => Volatile.Read(ref _isHandedOver);

    /// <summary>The time of a step is up: a coordinator takes over, and is to tell the step.</summary>
    public abstract void OnTimeUp();

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
                Note();
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

    /// <summary>Tells the heir what has become of a unit, if that was executing when the run was handed over.</summary>
    private protected void Tell(IExpressHeir heir, in ExpressTurn turn, Exception? failure, bool isNested)
    {
        if (_noted[turn.Unit] != Executing)
        {
            turn.Strand?.Bound(null);
            return;
        }

        var steps = _units.StepsOf(turn.Unit);
        if (!_units.IsStrand(turn.Unit))
        {
            heir.Complete(steps[0], failure, isNested);
            return;
        }

        var (at, place) = (turn.Strand!.HandedOverAt, turn.Strand.Place);
        if (place == -at)
            heir.Decline(steps[at - 1], isNested);
        else
            heir.Complete(steps[at - 1], failure, isNested);
    }

    /// <summary>Whether a unit that was taken is one of those that the heir believes to execute, so that it has to.</summary>
    private protected bool IsNoted(int unit)
    {
        lock (_gate)
        {
            return _noted[unit] == Executing;
        }
    }

    private void Note()
    {
        Volatile.Write(ref _isHandedOver, true);
        Interlocked.MemoryBarrierProcessWide();
        _noted = [.. _unfinished];
        var executing = ExecutingStrands();
        _timeouts = executing.Where(static strand => strand.Timeout is not null).ToDictionary(static strand => strand.Unit, static strand => strand.Timeout!);
        executing.RemoveAll(strand => !_units.IsStrand(strand.Unit));
        if (executing.Count == 0)
            return;

        // Once more, for the steps within them.
        foreach (var strand in executing)
            strand.Stop();
        Interlocked.MemoryBarrierProcessWide();
        _places = executing.ToDictionary(static strand => strand.Unit, static strand => strand.HandOver());
    }

    // Whose unit is noted as executing does not leave it any more before it has come to the lock. There may be some among them that
    // the run before is only about to give back.
    private List<Strand> ExecutingStrands() =>
        _strands is null ? [] : [.. _strands.All.Where(strand => strand.Owner == this && strand.Unit is >= 0 and var unit && _noted[unit] == Executing)];

    // How many steps of a unit have ended, and whether the next one executes.
    private (int Ended, bool Executes) ProgressOf(int unit) => _noted[unit] switch
    {
        Ended => (_units.StepsOf(unit).Length, false),
        Executing => ((_places?.GetValueOrDefault(unit, 1) ?? 1) - 1, true),
        _ => (0, false),
    };
}
