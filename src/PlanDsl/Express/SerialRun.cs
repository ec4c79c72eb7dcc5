namespace PlanDsl;

/// <summary>A run that nobody watches, of a plan whose strands are its whole order: one thread runs them, one after the other, and all
/// that is kept is the place at which it is. On the first failure or cancellation a <see cref="Coordinator"/> takes
/// over, and a <see cref="SharedRun"/> where it turns out that several threads are better.</summary>
internal abstract partial class SerialRun : IStrandOwner, IBegunRun
{
    private readonly SerialOrder _order;
    private readonly Strand _strand = new();
    private SerialPace _pace;

    private protected SerialRun(PlanTable plan, SerialOrder order)
    {
        _order = order;
        Bodies = plan.TakesTokens ? new() : null;
        Context = ExecutionContext.Capture();
        _strand.Prepare(this, unit: 0, number: 0);
    }

    public ExecutionContext? Context { get; }

    // None of its steps is bounded; it is what whoever takes over goes by.
    public TimeProvider Time => TimeProvider.System;

    public BodyCancellation? Bodies { get; }

    public CancellationToken BodyToken => Bodies?.Token ?? CancellationToken.None;

    public abstract void Resume(Strand strand);

    /// <summary>The steps in the order in which they are run.</summary>
    private protected ReadOnlySpan<int> Order => _order.Steps;

    /// <summary>The execution of the strands, one after the other.</summary>
    private protected Strand Strand => _strand;

    /// <summary>Has another thread look whether this one is slow, if it would be of use, and begins to do so itself.</summary>
    private protected void Begin()
    {
        if (!MayBeShared)
            return;
        QueueWatch();
        if (HasMore)
            _pace = new(0, Now);
    }

    /// <summary>Whether several threads may take over, as is so in a plan none of whose bodies waits.</summary>
    private protected bool MayBeShared => _order.HasForks;

    /// <summary>Whether there is another strand.</summary>
    private protected bool HasMore => _strand.Number < _order.StrandCount - 1;

    // When a strand is first called, its code is compiled before it begins: that is no slowness of steps.
    private void Judge()
    {
        if (!_order.NoteRun(_strand.Number))
            _pace = new(_strand.Place, Now);
        else if (_pace.IsSlow(_strand.Place, Now))
            Share();
    }

    /// <summary>Goes on with the next strand; <see langword="false"/> if that was the last.</summary>
    private protected bool GoOn()
    {
        if (!HasMore)
            return false;

        // That it is shared is found out when the next step is to begin.
        if (_order.ForksFrom(_strand.Place))
            Judge();
        _strand.GoOn(_strand.Number + 1);
        return true;
    }
}
