namespace PlanDsl;

/// <content>The producer's side.</content>
public sealed partial class LiveStream<T>
{
    /// <summary>Hands the elements of a stream over until it ends or nobody reads any more. The body of the step that produces
    /// it.</summary>
    /// <param name="source">The stream.</param>
    /// <param name="context">The attempt.</param>
    /// <exception cref="InvalidOperationException">The step is not declared to produce a stream that is read live.</exception>
    public async ValueTask FeedAsync(IAsyncEnumerable<T> source, StepContext context)
    {
        Open(source, context);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(context.CancellationToken, _noReader.Token);
        try
        {
            await foreach (var element in source.WithCancellation(either.Token).ConfigureAwait(false))
            {
                if (!await TryHandOverAsync(element, context).ConfigureAwait(false))
                    break;
            }
        }
        catch (OperationCanceledException) when (_noReader.IsCancellationRequested)
        {
            // It was told that nobody waits for its next element.
        }
    }

    /// <summary>Hands the elements of an observable over until it ends or nobody reads any more. What the reader has no time for is
    /// kept for it, however much that is.</summary>
    /// <param name="source">The observable.</param>
    /// <param name="context">The attempt.</param>
    /// <exception cref="InvalidOperationException">The step is not declared to produce a stream that is read live.</exception>
    public ValueTask FeedAsync(IObservable<T> source, StepContext context) => FeedAsync(ObservedElements.Of(source), context);

    /// <summary>Hands elements over that take the place of a stream, until nobody reads any more.</summary>
    /// <param name="elements">The elements.</param>
    /// <param name="context">The attempt.</param>
    /// <exception cref="InvalidOperationException">The step is not declared to produce a stream that is read live.</exception>
    public async ValueTask FeedAsync(T[] elements, StepContext context)
    {
        Open(elements, context);
        foreach (var element in elements)
        {
            if (!await TryHandOverAsync(element, context).ConfigureAwait(false))
                break;
        }
    }

    /// <summary>Hands the elements of a stream over, and collects them for other steps, which want the whole of it even if the
    /// reader does not.</summary>
    /// <param name="source">The stream.</param>
    /// <param name="context">The attempt.</param>
    /// <exception cref="InvalidOperationException">The step is not declared to produce a stream that is read live.</exception>
    public async ValueTask<T[]> FeedAndCollectAsync(IAsyncEnumerable<T> source, StepContext context)
    {
        Open(source, context);
        var collected = new List<T>();
        await foreach (var element in source.WithCancellation(context.CancellationToken).ConfigureAwait(false))
        {
            context.CancellationToken.ThrowIfCancellationRequested();
            collected.Add(element);
            await TryHandOverAsync(element, context).ConfigureAwait(false);
        }

        return [.. collected];
    }

    /// <summary>Hands the elements of an observable over, and collects them for other steps, as
    /// <see cref="FeedAndCollectAsync(IAsyncEnumerable{T}, StepContext)"/> does.</summary>
    /// <param name="source">The observable.</param>
    /// <param name="context">The attempt.</param>
    /// <exception cref="InvalidOperationException">The step is not declared to produce a stream that is read live.</exception>
    public ValueTask<T[]> FeedAndCollectAsync(IObservable<T> source, StepContext context) => FeedAndCollectAsync(ObservedElements.Of(source), context);

    /// <summary>Hands elements over that take the place of a stream, also where nobody reads any more, and returns them.</summary>
    /// <param name="elements">The elements.</param>
    /// <param name="context">The attempt.</param>
    /// <exception cref="InvalidOperationException">The step is not declared to produce a stream that is read live.</exception>
    public async ValueTask<T[]> FeedAndCollectAsync(T[] elements, StepContext context)
    {
        Open(elements, context);
        foreach (var element in elements)
            await TryHandOverAsync(element, context).ConfigureAwait(false);
        return elements;
    }

    private void Open(object source, StepContext context)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(context);
        context.FeedTo(this);
    }

    /// <summary>Waits until the reader takes an element; <see langword="false"/> if it will not.</summary>
    private async ValueTask<bool> TryHandOverAsync(T element, StepContext context)
    {
        context.NoteStreamed();
        if (_noReader.IsCancellationRequested)
            return false;
        context.CancellationToken.ThrowIfCancellationRequested();
        await _elements.Writer.WaitToWriteAsync(context.CancellationToken).ConfigureAwait(false);
        return _elements.Writer.TryWrite(element);
    }
}
