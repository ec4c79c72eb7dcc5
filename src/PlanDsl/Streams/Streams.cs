using System.ComponentModel;

namespace PlanDsl;

/// <summary>Brings the stream that a step has produced to its end, for steps that bind it whole. For generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Advanced)]
public static class Streams
{
    /// <summary>Collects the elements of a stream.</summary>
    /// <typeparam name="T">The type of the elements.</typeparam>
    /// <param name="stream">The stream.</param>
    /// <param name="cancellationToken">Ends the collecting, also where the stream does not heed it, at the next element.</param>
    public static async Task<T[]> CollectAsync<T>(IAsyncEnumerable<T> stream, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(stream);
        var elements = new List<T>();
        await foreach (var element in stream.WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            cancellationToken.ThrowIfCancellationRequested();
            elements.Add(element);
        }

        return [.. elements];
    }

    /// <summary>Collects the elements of an observable.</summary>
    /// <typeparam name="T">The type of the elements.</typeparam>
    /// <param name="stream">The observable.</param>
    /// <param name="cancellationToken">Ends the collecting, and the subscription.</param>
    public static async Task<T[]> CollectAsync<T>(IObservable<T> stream, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(stream);
        using var elements = new Collector<T>(cancellationToken);
        return [.. await elements.CollectAsync(stream).ConfigureAwait(false)];
    }

    /// <summary>Brings a stream to its end and returns its last element.</summary>
    /// <typeparam name="T">The type of the elements.</typeparam>
    /// <param name="stream">The stream.</param>
    /// <param name="cancellationToken">Ends the reading, also where the stream does not heed it, at the next element.</param>
    /// <exception cref="InvalidOperationException">The stream has no element.</exception>
    public static async Task<T> LastAsync<T>(IAsyncEnumerable<T> stream, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(stream);
        T? last = default;
        var isEmpty = true;
        await foreach (var element in stream.WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            cancellationToken.ThrowIfCancellationRequested();
            (last, isEmpty) = (element, false);
        }

        return isEmpty ? throw HasNoElement() : last!;
    }

    /// <summary>Waits for the end of an observable and returns its last element.</summary>
    /// <typeparam name="T">The type of the elements.</typeparam>
    /// <param name="stream">The observable.</param>
    /// <param name="cancellationToken">Ends the waiting, and the subscription.</param>
    /// <exception cref="InvalidOperationException">The observable has no element.</exception>
    public static async Task<T> LastAsync<T>(IObservable<T> stream, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(stream);
        using var last = new Collector<T>(cancellationToken) { KeepsLastOnly = true };
        var elements = await last.CollectAsync(stream).ConfigureAwait(false);
        return elements.Count == 0 ? throw HasNoElement() : elements[0];
    }

    /// <summary>Returns the last element of a stream that has been read to its end.</summary>
    /// <typeparam name="T">The type of the elements.</typeparam>
    /// <param name="all">All elements of the stream.</param>
    /// <exception cref="InvalidOperationException">The stream had no element.</exception>
    public static T LastOf<T>(T[] all)
    {
        ArgumentNullException.ThrowIfNull(all);
        return all.Length == 0 ? throw HasNoElement() : all[^1];
    }

    private static InvalidOperationException HasNoElement() => new("The stream has ended without an element, and its last one is wanted.");
}
