using System.Runtime.CompilerServices;

namespace PlanDsl;

/// <summary>Waits for the body of a unit that is a single step. Nobody but the body has to find it; so it belongs to no
/// run, and once the body has returned it serves the next unit of whatever run.</summary>
internal sealed class UnitAwaiter
{
    private readonly Action _onReturned;
    private CountedRun? _run;
    private ExpressTurn _turn;
    private ConfiguredValueTaskAwaitable.ConfiguredValueTaskAwaiter _awaiter;

    public UnitAwaiter() => _onReturned = OnReturned;

    /// <summary>The one that lies below it where it lies idle.</summary>
    public UnitAwaiter? Next { get; set; }

    /// <summary>The pile that lies below its own, where it lies on top of one.</summary>
    public UnitAwaiter? NextPile { get; set; }

    /// <summary>Has the run go on when the body has returned, which may be before this returns.</summary>
    public static void Await(CountedRun run, in ExpressTurn turn, in ValueTask body)
    {
        var waiting = IdleAwaiters.Take();
        (waiting._run, waiting._turn) = (run, turn);

        // Through a copy: by the time the call returns, the body may have too, and this object may be in other use.
        var awaiter = body.ConfigureAwait(false).GetAwaiter();
        waiting._awaiter = awaiter;
        awaiter.UnsafeOnCompleted(waiting._onReturned);
    }

    private void OnReturned()
    {
        Exception? failure = null;
        try
        {
            _awaiter.GetResult();
        }
        catch (Exception exception)
        {
            failure = exception;
        }

        var (run, turn) = (_run!, _turn);
        _awaiter = default;
        (_run, _turn) = (null, default);
        IdleAwaiters.Return(this);
        run.Resume(turn, failure);
    }
}
