using System.Runtime.CompilerServices;
using System.Threading.Channels;

namespace PlanDsl;

/// <summary>The elements of an observable, kept until somebody takes them. Observables do not wait.</summary>
internal static class ObservedElements
{
    /// <summary>Subscribes when it is gone through, and until then.</summary>
    public static IAsyncEnumerable<T> Of<T>(IObservable<T> source)
    {
        ArgumentNullException.ThrowIfNull(source);
        return ReadAsync(source);
    }

    private static async IAsyncEnumerable<T> ReadAsync<T>(IObservable<T> source, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var buffer = Channel.CreateUnbounded<T>(new() { SingleReader = true });
        using var subscription = source.Subscribe(new Writer<T>(buffer.Writer));
        await foreach (var element in buffer.Reader.ReadAllAsync(cancellationToken).ConfigureAwait(false))
            yield return element;
    }

    private sealed class Writer<T>(ChannelWriter<T> buffer) : IObserver<T>
    {
        public void OnNext(T value) => buffer.TryWrite(value);

        public void OnError(Exception error) => buffer.TryComplete(error);

        public void OnCompleted() => buffer.TryComplete();
    }
}
