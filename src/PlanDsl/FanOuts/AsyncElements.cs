namespace PlanDsl;

/// <summary>The elements of an <see cref="IAsyncEnumerable{T}"/>.</summary>
internal sealed class AsyncElements<TElement> : ElementSource<TElement>
{
    private readonly IAsyncEnumerable<TElement> _source;
    private IAsyncEnumerator<TElement>? _elements;

    public AsyncElements(IAsyncEnumerable<TElement> source)
    {
        ArgumentNullException.ThrowIfNull(source);
        _source = source;
    }

    public override TElement Current => _elements!.Current;

    public override ValueTask<bool> MoveNextAsync(CancellationToken cancellationToken) =>
        (_elements ??= _source.GetAsyncEnumerator(cancellationToken)).MoveNextAsync();

    public override ValueTask DisposeAsync() => _elements?.DisposeAsync() ?? default;
}
