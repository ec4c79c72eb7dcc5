namespace PlanDsl;

/// <summary>The elements of an array, a list or any other <see cref="IEnumerable{T}"/>.</summary>
internal sealed class EnumerableElements<TElement> : ElementSource<TElement>
{
    private readonly IEnumerable<TElement> _source;
    private IEnumerator<TElement>? _elements;

    public EnumerableElements(IEnumerable<TElement> source)
    {
        ArgumentNullException.ThrowIfNull(source);
        _source = source;
        Count = source.TryGetNonEnumeratedCount(out var count) ? count : null;
    }

    public override int? Count { get; }

    public override TElement Current => _elements!.Current;

    public override ValueTask<bool> MoveNextAsync(CancellationToken cancellationToken) => new((_elements ??= _source.GetEnumerator()).MoveNext());

    public override ValueTask DisposeAsync()
    {
        _elements?.Dispose();
        return default;
    }
}
