using System.Diagnostics.CodeAnalysis;

namespace PlanDsl;

/// <summary>One subscription to <see cref="ObservedRuns"/>. The run is cancelled when it ends, however it ends.</summary>
[SuppressMessage("Design", "CA1001", Justification = "A source that has neither timer nor wait handle holds nothing that is to be released.")]
internal sealed class ObservedRun(IObserver<PlanEvent> observer) : IObserver<PlanEvent>, IDisposable
{
    private readonly CancellationTokenSource _cancellation = new();

    public CancellationToken Token => _cancellation.Token;

    public void OnNext(PlanEvent value)
    {
        if (Token.IsCancellationRequested)
            return;
        try
        {
            observer.OnNext(value);
        }
        catch (Exception)
        {
            Dispose();
            throw;
        }
    }

    public void OnError(Exception error)
    {
        if (!Token.IsCancellationRequested)
            observer.OnError(error);
        Dispose();
    }

    public void OnCompleted()
    {
        if (!Token.IsCancellationRequested)
            observer.OnCompleted();
    }

    public void Dispose() => _cancellation.Cancel();
}
