namespace PlanDsl;

/// <content>How others take over.</content>
/// <remarks>Whoever hands over sets the phase, stops the strand, makes a barrier for all threads, and only then reads the place. The
/// thread that runs the strand writes the place first and looks then whether it is stopped. So either it has seen that, and the step at
/// its place, which the heir believes to execute, is taken back by <see cref="Tell"/>; or its place was seen, and
/// <see cref="Tell"/> says what has become of the step. In any case it comes to <see cref="Tell"/>: it cannot begin another step, and it
/// cannot end the run, because the phase says so.</remarks>
internal abstract partial class SerialRun
{
    private const int Runs = 0;
    private const int IsHandedOver = 1;
    private const int HasEnded = 2;

    private readonly Lock _handover = new();
    private int _phase;
    private int _handedOverAt;
    private IExpressHeir? _heir;

    /// <summary>The place of the step that executed, or was about to, when the run was handed over.</summary>
    private protected int HandedOverAt => _handedOverAt;

    IEnumerable<int> IBegunRun.Ended => _order.Steps.Take(_handedOverAt - 1);

    IEnumerable<(int Step, AttemptTimeout? Timeout)> IBegunRun.Executing => [(_order.Steps[_handedOverAt - 1], null)];

    IEnumerable<int> IBegunRun.Line => _order.Steps.Skip(_handedOverAt);

    /// <summary>Whether a thread works for the run alone, and has not come to its end.</summary>
    private bool GoesOn => Volatile.Read(ref _phase) == Runs;

    /// <summary>Makes who goes on with the run. Called once, while it stands still.</summary>
    /// <param name="isShared">Whether that is to be several threads, and not a coordinator.</param>
    private protected abstract IExpressHeir MakeHeir(bool isShared);

    /// <summary>Has several threads go on with the run, unless it has ended or is in other hands. Thread-safe.</summary>
    public void Share() => HandOver(isShared: true);

    /// <summary>Hands the run over, unless it has ended or that has been done. Thread-safe.</summary>
    private protected abstract void HandOver(bool isShared);

    /// <inheritdoc cref="HandOver(bool)"/>
    private protected void HandOver(bool isShared, CancellationToken cancellationToken)
    {
        IExpressHeir heir;
        lock (_handover)
        {
            if (Interlocked.CompareExchange(ref _phase, IsHandedOver, Runs) != Runs)
                return;
            _strand.Stop();
            Interlocked.MemoryBarrierProcessWide();

            // The one before the first is nobody's to tell of; the first is about to begin.
            _handedOverAt = Math.Max(1, Math.Abs(_strand.Place));
            _heir = heir = MakeHeir(isShared);
        }

        heir.TakeOver(cancellationToken);
    }

    /// <summary>Tells the heir what has become of the step at which the run was handed over. The last that the thread does which has
    /// worked for it.</summary>
    private protected void Tell(Exception? failure)
    {
        IExpressHeir heir;
        lock (_handover)
        {
            heir = _heir!;
        }

        var step = _order.Steps[_handedOverAt - 1];
        if (_strand.Place == -_handedOverAt)
            heir.Decline(step, isNested: false);
        else
            heir.Complete(step, failure, isNested: false);
    }

    /// <summary>Ends the run, unless it has been handed over; whether it has ended.</summary>
    private protected bool TryEnd() => Interlocked.CompareExchange(ref _phase, HasEnded, Runs) == Runs;

    /// <summary>Takes back that the run has ended: it has no results to show for it.</summary>
    private protected void Reopen() => Volatile.Write(ref _phase, Runs);

    private protected void GiveUp(Exception fault)
    {
        HandOver(isShared: false);
        IExpressHeir? heir;
        lock (_handover)
        {
            heir = _heir;
        }

        heir?.GiveUp(fault);
    }
}
