using System.Runtime.CompilerServices;

namespace PlanDsl;

/// <summary>Awaits a body so that the thread on which it returns goes on with the run, and not with the step alone: by the
/// time the step waits or has ended, there may be others to start.</summary>
internal sealed class BodyReturn(GovernedStep step, ValueTask body) : Resumption, ICriticalNotifyCompletion
{
    private readonly ConfiguredValueTaskAwaitable.ConfiguredValueTaskAwaiter _awaiter = body.ConfigureAwait(false).GetAwaiter();
    private Action? _continuation;

    public override GovernedStep Unit => step;

    public bool IsCompleted => _awaiter.IsCompleted;

    public BodyReturn GetAwaiter() => this;

    public void GetResult() => _awaiter.GetResult();

    public void OnCompleted(Action continuation) => UnsafeOnCompleted(continuation);

    public void UnsafeOnCompleted(Action continuation)
    {
        _continuation = continuation;
        _awaiter.UnsafeOnCompleted(() => step.Run.OnReturned(this));
    }

    public override void GoOn() => _continuation!();
}
