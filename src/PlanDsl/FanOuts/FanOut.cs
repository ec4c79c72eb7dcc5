using System.ComponentModel;

namespace PlanDsl;

/// <summary>The elements of a fan-out in one run. Generated code makes one when the step starts; the engine takes the elements
/// out of it one by one, so that a source is never further ahead than by one element.</summary>
[EditorBrowsable(EditorBrowsableState.Advanced)]
public abstract class FanOut
{
    private protected FanOut()
    {
    }

    /// <summary>Opens a collection for bodies that return something.</summary>
    /// <typeparam name="TElement">The type of the elements.</typeparam>
    /// <typeparam name="TResult">The type of what the body returns for one.</typeparam>
    /// <param name="source">The collection. It is enumerated once, by one thread at a time.</param>
    public static FanOut<TElement, TResult> Over<TElement, TResult>(IEnumerable<TElement> source) =>
        new(new EnumerableElements<TElement>(source));

    /// <summary>Opens an asynchronous collection for bodies that return something.</summary>
    /// <typeparam name="TElement">The type of the elements.</typeparam>
    /// <typeparam name="TResult">The type of what the body returns for one.</typeparam>
    /// <param name="source">The collection. It is enumerated once, under a token that is cancelled with the step.</param>
    public static FanOut<TElement, TResult> Over<TElement, TResult>(IAsyncEnumerable<TElement> source) =>
        new(new AsyncElements<TElement>(source));

    /// <summary>Opens a collection for bodies that return nothing.</summary>
    /// <typeparam name="TElement">The type of the elements.</typeparam>
    /// <param name="source">The collection. It is enumerated once, by one thread at a time.</param>
    public static FanOut<TElement> Over<TElement>(IEnumerable<TElement> source) =>
        new(new EnumerableElements<TElement>(source));

    /// <summary>Opens an asynchronous collection for bodies that return nothing.</summary>
    /// <typeparam name="TElement">The type of the elements.</typeparam>
    /// <param name="source">The collection. It is enumerated once, under a token that is cancelled with the step.</param>
    public static FanOut<TElement> Over<TElement>(IAsyncEnumerable<TElement> source) =>
        new(new AsyncElements<TElement>(source));

    /// <summary>Takes the next element out of the source; <see langword="null"/> if there is none.</summary>
    internal abstract ValueTask<FanOutElement?> NextAsync(CancellationToken cancellationToken);

    /// <summary>Closes the source.</summary>
    internal abstract ValueTask CloseAsync();

    /// <summary>Publishes what the bodies have returned, all of them having ended.</summary>
    internal virtual void Publish()
    {
    }
}
