using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace PlanDsl;

/// <summary>One execution of steps that follow each other whatever else the plan does, by code that knows them all. That code
/// says which step it is about to begin, and returns where it has to wait for its body; that is one wait at a time.</summary>
[EditorBrowsable(EditorBrowsableState.Advanced)]
public sealed partial class Strand
{
    // Stands where the mark of a context is expected once no step is to begin any more.
    private static readonly object Stopped = new();

    private IStrandOwner _owner = null!;
    private Thread _thread = null!;
    private object? _expected;
    private int _step;

    internal Strand()
    {
    }

    /// <summary>The number of the strand in its plan.</summary>
    public int Number { get; private set; }

    /// <summary>The token of the bodies.</summary>
    public CancellationToken CancellationToken => _owner.BodyToken;

    internal IStrandOwner Owner => _owner;

    internal int Unit { get; private set; } = -1;

    /// <summary>The place of the step that executes, from 1 on; negative if it was not allowed to begin, 0 before the first.</summary>
    internal int Place => Volatile.Read(ref _step);

    /// <summary>Whether a step was not allowed to begin, so that the strand has not come to its end though its method has returned.</summary>
    internal bool WasStopped => Place < 0;

    /// <summary>The bound on the one step, where it has one.</summary>
    internal AttemptTimeout? Timeout { get; private set; }

    /// <summary>Another one that is idle as well.</summary>
    internal Strand? Next { get; set; }

    /// <summary>The step that executed, by its place, when the run was handed over.</summary>
    internal int HandedOverAt { get; private set; }

    /// <summary>The place of the step with which it is to begin, or to go on.</summary>
    public int NextPlace => _step + 1;

    /// <summary>Says that a step is about to begin.</summary>
    /// <param name="place">Its place in the strand, from 1 on; where the strands of a plan are its whole order, its place in that.</param>
    /// <returns>Whether it may; <see langword="false"/> if something has to be seen to first, by <see cref="GoesOn"/>.</returns>
    /// <remarks>What seldom happens stands elsewhere, so that code that is run once per run is short, and one straight line.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TryBegin(int place)
    {
        Volatile.Write(ref _step, place);
        return ReferenceEquals(ThreadContext.MarkOf(_thread), Volatile.Read(ref _expected));
    }

    /// <summary>Sees to what kept a step from beginning.</summary>
    /// <returns>Whether the strand is to go on with <see cref="NextPlace"/>, which is that of this step; <see langword="false"/> if it
    /// is to return at once, because the run goes on in another way.</returns>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public bool GoesOn()
    {
        var place = _step;
        if (!BeginDisturbed(place))
            return false;

        // As before it said that it was about to begin, which it will say again.
        Volatile.Write(ref _step, place - 1);
        return true;
    }

    /// <summary>Makes it ready to execute on this thread.</summary>
    /// <param name="owner">The run.</param>
    /// <param name="unit">The unit of the plan.</param>
    /// <param name="number">The number of the strand in the plan; negative for a single step, which says nothing of where it is.</param>
    internal void Prepare(IStrandOwner owner, int unit, int number)
    {
        _owner = owner;
        (Unit, Number) = (unit, number);
        Bound(null);
        _step = 0;
        if (number >= 0)
            _expected = ThreadContext.MarkOf(Thread.CurrentThread);
    }

    /// <summary>Makes it ready to go on with the steps of another number.</summary>
    internal void GoOn(int number) => Number = number;

    /// <summary>Says that its code is about to be called, for the first time or again.</summary>
    /// <param name="thread">This thread.</param>
    internal void Enter(Thread thread)
    {
        _thread = thread;
        IsWaiting = false;
    }

    /// <summary>Keeps further steps from beginning. Once the caller has made a barrier for all threads, no step begins whose place
    /// cannot be seen.</summary>
    internal void Stop() => Volatile.Write(ref _expected, Stopped);

    internal void Release()
    {
        Unit = -1;

        // It may lie idle for long, and is not to keep what the run has left.
        _owner = null!;
        _thread = null!;
        _expected = null;
        _body = null;
        Bound(null);
    }

    /// <summary>Bounds its one step, or has done with that.</summary>
    internal void Bound(AttemptTimeout? timeout)
    {
        Timeout?.Release();
        Timeout = timeout;
    }

    /// <summary>Notes which step executes, or is about to say that it does.</summary>
    internal int HandOver() => HandedOverAt = Math.Max(1, Math.Abs(Place));

    [MethodImpl(MethodImplOptions.NoInlining)]
    private bool BeginDisturbed(int place)
    {
        var expected = Volatile.Read(ref _expected);
        if (!ReferenceEquals(expected, Stopped))
        {
            // The body before has changed its context, which is none of this one's business, or the thread is another one.
            if (_owner.Context is { } context)
                ExecutionContext.Restore(context);
            if (ReferenceEquals(Interlocked.CompareExchange(ref _expected, ThreadContext.MarkOf(_thread), expected), expected))
                return true;
        }

        Volatile.Write(ref _step, -place);
        return false;
    }
}
