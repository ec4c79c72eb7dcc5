namespace PlanDsl;

/// <summary>The wait of an attempt for a signal.</summary>
internal sealed class SignalWait(GovernedStep unit, string name)
{
    // The body goes on by itself, and not inside the call that gives the signal.
    private readonly TaskCompletionSource<SignalValue> _arrival = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private CancellationTokenRegistration _registration;

    public GovernedStep Unit => unit;

    public string Name => name;

    public async Task<SignalValue> WaitAsync(CancellationToken cancellationToken)
    {
        _registration = cancellationToken.UnsafeRegister(
            static (wait, token) => ((SignalWait)wait!).CallOff(token), this);
        try
        {
            return await _arrival.Task.ConfigureAwait(false);
        }
        finally
        {
            _registration.Unregister();
        }
    }

    public void Arrive(SignalValue value) => _arrival.TrySetResult(value);

    private void CallOff(CancellationToken cancellationToken)
    {
        if (unit.Run.TryLeave(this))
            _arrival.TrySetCanceled(cancellationToken);
    }
}
