using System.Runtime.CompilerServices;

namespace PlanDsl;

/// <summary>Awaits a body so that the thread on which it returns goes on with the run, and not with the step alone: by the
/// time the step waits or has ended, there may be others to start.</summary>
/// <param name="step">The step.</param>
/// <param name="body">The body.</param>
/// <param name="grace">What watches over the body, if it may be left behind.</param>
internal sealed class BodyReturn(GovernedStep step, ValueTask body, AttemptGrace? grace = null) : Resumption, ICriticalNotifyCompletion
{
    private readonly ConfiguredValueTaskAwaitable.ConfiguredValueTaskAwaiter _awaiter = body.ConfigureAwait(false).GetAwaiter();
    private Action? _continuation;
    private Exception? _desertion;
    private int _isDecided;

    public override GovernedStep Unit => step;

    public bool IsCompleted => _awaiter.IsCompleted;

    public BodyReturn GetAwaiter() => this;

    public void GetResult()
    {
        if (_desertion is not null)
            throw _desertion;
        _awaiter.GetResult();
    }

    public void OnCompleted(Action continuation) => UnsafeOnCompleted(continuation);

    public void UnsafeOnCompleted(Action continuation)
    {
        _continuation = continuation;

        // Not before: whoever leaves the body behind goes on at once.
        grace?.Body = this;
        _awaiter.UnsafeOnCompleted(OnReturned);
    }

    /// <summary>Goes on without the body, which has failed with this; not if it has returned by now.</summary>
    public void LeaveBehind(Exception failure)
    {
        if (Interlocked.Exchange(ref _isDecided, 1) != 0)
            return;
        _desertion = failure;
        step.Run.OnReturned(this);
    }

    public override void GoOn() => _continuation!();

    private void OnReturned()
    {
        if (Interlocked.Exchange(ref _isDecided, 1) == 0)
            step.Run.OnReturned(this);
        else
            Observe();
    }

    // The step has gone on, and nobody is left to tell; but a failure that nobody has looked at would be told to the process.
    private void Observe()
    {
        try
        {
            _awaiter.GetResult();
        }
        catch (Exception)
        {
            return;
        }
    }
}
