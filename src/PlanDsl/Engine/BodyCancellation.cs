using System.Diagnostics.CodeAnalysis;

namespace PlanDsl;

/// <summary>The token that bodies are given, and the right to cancel it once. Cancelling and releasing may meet: the run
/// may end, on another thread or on this one, while its token's callbacks are still being called.</summary>
[SuppressMessage("Design", "CA1001", Justification = "The run that owns it releases it when it ends; nobody disposes of a run.")]
internal sealed class BodyCancellation
{
    private const int Idle = 0;
    private const int Cancelling = 1;
    private const int Cancelled = 2;
    private const int Released = 3;

    private readonly CancellationTokenSource _source = new();
    private int _phase;

    public BodyCancellation() => Token = _source.Token;

    public CancellationToken Token { get; }

    public void Cancel()
    {
        if (Interlocked.CompareExchange(ref _phase, Cancelling, Idle) != Idle)
            return;

        try
        {
            _source.Cancel();
        }
        catch (AggregateException)
        {
            // A callback that a body registered has thrown. The others were called all the same, and what becomes of
            // the step is what its body returns.
        }

        if (Interlocked.CompareExchange(ref _phase, Cancelled, Cancelling) == Released)
            _source.Dispose();
    }

    public void Release()
    {
        if (Interlocked.Exchange(ref _phase, Released) is Idle or Cancelled)
            _source.Dispose();
    }
}
