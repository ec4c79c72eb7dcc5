using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace PlanDsl;

/// <summary>One execution of steps that follow each other whatever else the plan does, by code that knows them all. That code
/// says which step it is about to begin, and whether it has come to the end; for it alone.</summary>
[EditorBrowsable(EditorBrowsableState.Advanced)]
public sealed class Strand
{
    private readonly Action _onReturned;
    private ExpressRun _run;
    private ConfiguredValueTaskAwaitable.ConfiguredValueTaskAwaiter _awaiter;
    private int _step;

    internal Strand(ExpressRun run)
    {
        _run = run;
        _onReturned = OnReturned;
    }

    /// <summary>The number of the strand in its plan.</summary>
    public int Number { get; private set; }

    /// <summary>The token of the bodies.</summary>
    public CancellationToken CancellationToken => _run.BodyToken;

    internal ExpressRun Run => _run;

    internal int Unit { get; private set; } = -1;

    /// <summary>The place of the step that executes, from 1 on; negative if it was not allowed to begin.</summary>
    internal int Place => Volatile.Read(ref _step);

    /// <summary>Whether the last step has been called, so that the strand has come to its end once its method returns.</summary>
    internal bool HasEnded { get; private set; }

    internal Exception? Failure { get; private set; }

    /// <summary>The bound on the one step, where it has one.</summary>
    internal AttemptTimeout? Timeout { get; set; }

    /// <summary>The step that executed, by its place, when the run was handed over.</summary>
    internal int HandedOverAt { get; private set; }

    /// <summary>Says that a step is about to begin.</summary>
    /// <param name="place">Its place in the strand, from 1 on.</param>
    /// <returns>Whether it may; <see langword="false"/> if the strand is to return at once, because the run goes on in another way.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool Begin(int place)
    {
        Volatile.Write(ref _step, place);
        return _run.IsUndisturbed || BeginDisturbed(place);
    }

    /// <summary>Says that the last step has been called, or, if it waits, is about to be.</summary>
    public void End() => HasEnded = true;

    internal void Prepare(ExpressRun run, int unit, int call)
    {
        _run = run;
        Unit = unit;
        Number = ~call;
        _step = 0;
        HasEnded = false;
        Failure = null;
    }

    internal void Release()
    {
        Unit = -1;

        // It may lie idle for long, and is not to keep what the run has left.
        _run = null!;
        Failure = null;
        Timeout?.Release();
        Timeout = null;
    }

    /// <summary>Notes which step executes, or is about to say that it does.</summary>
    internal int HandOver() => HandedOverAt = Math.Max(1, Math.Abs(Place));

    internal void Await(in ValueTask body)
    {
        // Through a copy: by the time the call returns, the body may have too, and this object may be in other use.
        var awaiter = body.ConfigureAwait(false).GetAwaiter();
        _awaiter = awaiter;
        awaiter.UnsafeOnCompleted(_onReturned);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private bool BeginDisturbed(int place)
    {
        if (_run.MayGoOn())
            return true;
        Volatile.Write(ref _step, -place);
        return false;
    }

    private void OnReturned()
    {
        try
        {
            _awaiter.GetResult();
            Failure = null;
        }
        catch (Exception exception)
        {
            Failure = exception;
        }

        _awaiter = default;
        _run.Resume(this);
    }
}
