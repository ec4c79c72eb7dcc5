using System.Runtime.CompilerServices;

namespace PlanDsl;

/// <summary>Waits for a body that did not return at once. A worker that has been brought back by one keeps it for the next
/// body it has to wait for, so that a chain of such steps needs a single one.</summary>
internal sealed class AttemptAwaiter<TProgram>
    where TProgram : struct, IPlanProgram
{
    private readonly RunCore<TProgram> _run;
    private readonly Action _onReturned;
    private ConfiguredValueTaskAwaitable.ConfiguredValueTaskAwaiter _awaiter;

    public AttemptAwaiter(RunCore<TProgram> run)
    {
        _run = run;
        _onReturned = OnReturned;
    }

    public RunCore<TProgram> Run => _run;

    public int Step { get; private set; }

    /// <summary>What the body threw, once it has returned.</summary>
    public Exception? Failure { get; private set; }

    public void Await(int step, ValueTask body)
    {
        Step = step;

        // Through a copy: by the time the call returns, the body may have too, and this object may be waiting for another.
        var awaiter = body.ConfigureAwait(false).GetAwaiter();
        _awaiter = awaiter;
        awaiter.UnsafeOnCompleted(_onReturned);
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
