using System.Diagnostics.CodeAnalysis;

namespace PlanDsl;

/// <summary>Tells an observer of the elements of a stream, until that ends or the subscription is disposed of.</summary>
[SuppressMessage("Design", "CA1001", Justification = "It is the subscription, and disposing of it cancels; a source without a timer holds nothing else.")]
internal sealed class ElementPump<T>(IAsyncEnumerable<T> elements, IObserver<T> observer) : IDisposable
{
    private readonly CancellationTokenSource _disposal = new();

    /// <summary>Starts to tell, off this thread: whoever subscribes is still to hold the subscription when the first element comes.</summary>
    public void Start() => _ = Task.Run(PumpAsync);

    public void Dispose() => _disposal.Cancel();

    private async Task PumpAsync()
    {
        try
        {
            await TellAsync().ConfigureAwait(false);
        }
        catch (Exception) when (_disposal.IsCancellationRequested)
        {
            // Nobody wants to know.
        }
        catch (Exception exception)
        {
            // What an observer throws it is told of itself: there is nobody else whom it concerns.
            observer.OnError(exception);
        }
    }

    private async Task TellAsync()
    {
        await foreach (var element in elements.WithCancellation(_disposal.Token).ConfigureAwait(false))
        {
            if (_disposal.IsCancellationRequested)
                return;
            observer.OnNext(element);
        }

        if (!_disposal.IsCancellationRequested)
            observer.OnCompleted();
    }
}
