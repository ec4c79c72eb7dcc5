namespace PlanDsl;

/// <content>How a coordinator takes over.</content>
internal abstract partial class ExpressRun
{
    private IExpressHeir? _heir;

    BodyCancellation? IBegunRun.Bodies => _bodies;

    IEnumerable<int> IBegunRun.Ended => Enumerable.Range(0, _units.Count).SelectMany(unit => _units.StepsOf(unit).Take(ProgressOf(unit).Ended));

    IEnumerable<(int Step, AttemptTimeout? Timeout)> IBegunRun.Executing =>
        from unit in Enumerable.Range(0, _units.Count)
        let progress = ProgressOf(unit)
        where progress.Executes
        select (_units.StepsOf(unit)[progress.Ended], TimeoutOf(unit));

    IEnumerable<int> IBegunRun.Line
    {
        get
        {
            for (var all = _ready; !all.IsEmpty; all.RemoveFirst())
                yield return _units.StepsOf(all.First)[0];
        }
    }

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

        // Not as the owner, even by it: what others are to see needs the lock. By then it is outside, as anybody.
        _gate.Enter(isOwner: false);
        try
        {
            if (_hasEnded && !reopens)
                return null;
            if (_heir is null)
            {
                // From the barrier on no step begins in a strand whose execution has not been noted.
                _strands?.Stop();
                Interlocked.MemoryBarrierProcessWide();
                _heir = made = MakeHeir();
            }
        }
        finally
        {
            _gate.Leave(asOwner: false);
        }

        made?.TakeOver(cancellationToken);
        return _heir;
    }

    /// <summary>Tells the heir what has become of a unit that was executing when the run was handed over.</summary>
    private protected void Tell(IExpressHeir heir, in ExpressTurn turn, Exception? failure, bool isNested)
    {
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

    // How many steps of a unit have ended, and whether the next one executes.
    private (int Ended, bool Executes) ProgressOf(int unit) => _unfinished[unit] switch
    {
        Ended => (_units.StepsOf(unit).Length, false),
        Executing => (ExecutionOf(unit) - 1, true),
        _ => (0, false),
    };

    private AttemptTimeout? TimeoutOf(int unit) => _units.TimeoutOf(unit) is null ? null : ExecutingIn(unit).Timeout;

    private int ExecutionOf(int unit) => _units.IsStrand(unit) ? ExecutingIn(unit).HandOver() : 1;

    private Strand ExecutingIn(int unit)
    {
        foreach (var strand in Strands.Executing)
        {
            if (strand.Unit == unit)
                return strand;
        }

        throw new InvalidOperationException("A strand executes that nobody keeps watch over.");
    }
}
