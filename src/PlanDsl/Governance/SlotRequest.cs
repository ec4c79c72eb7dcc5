using System.Runtime.CompilerServices;

namespace PlanDsl;

/// <summary>The wait of a retry for its turn. It is over when the step has been given a slot, or when the token says that there
/// is nothing to wait for any more; awaiting it says which.</summary>
internal sealed class SlotRequest(GovernedStep step, CancellationToken cancellationToken) : ICriticalNotifyCompletion
{
    private Action? _continuation;
    private CancellationTokenRegistration _registration;
    private bool _isGranted;

    public bool IsCompleted => false;

    public SlotRequest GetAwaiter() => this;

    public bool GetResult()
    {
        _registration.Unregister();
        return _isGranted;
    }

    public void OnCompleted(Action continuation) => UnsafeOnCompleted(continuation);

    public void UnsafeOnCompleted(Action continuation)
    {
        _continuation = continuation;
        _registration = cancellationToken.UnsafeRegister(static request => ((SlotRequest)request!).End(isGranted: false), this);
        if (!cancellationToken.IsCancellationRequested)
            step.Run.OnSlotWanted(step, this);
    }

    public void Grant() => End(isGranted: true);

    // The slot and the cancellation may come at once; the first to get hold of the continuation decides.
    private void End(bool isGranted)
    {
        if (Interlocked.Exchange(ref _continuation, null) is not { } goOn)
            return;
        _isGranted = isGranted;
        goOn();
    }
}
