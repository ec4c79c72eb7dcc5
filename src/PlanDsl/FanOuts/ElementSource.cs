namespace PlanDsl;

/// <summary>A collection that a fan-out takes its elements from, one by one.</summary>
internal abstract class ElementSource<TElement> : IAsyncDisposable
{
    /// <summary>How many elements there are, where that is known beforehand.</summary>
    public virtual int? Count => null;

    public abstract TElement Current { get; }

    public abstract ValueTask<bool> MoveNextAsync(CancellationToken cancellationToken);

    public abstract ValueTask DisposeAsync();
}
