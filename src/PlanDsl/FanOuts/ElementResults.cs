namespace PlanDsl;

/// <summary>The results of a fan-out while its elements are at work. Places are handed out in the order of the elements, by one
/// thread at a time, and written to by any: so what has been handed out never moves.</summary>
/// <param name="count">How many elements there are, if that is known.</param>
internal sealed class ElementResults<TResult>(int? count)
{
    private const int FirstChunk = 16;
    private const int GreatestChunk = 8_192;

    private readonly List<TResult[]> _chunks = [];
    private int _count;
    private int _offset;

    /// <summary>The place of the next element's result.</summary>
    public ArraySegment<TResult> Add()
    {
        if (_chunks.Count == 0 || _offset == _chunks[^1].Length)
        {
            _chunks.Add(new TResult[SizeOfNext()]);
            _offset = 0;
        }

        _count++;
        return new(_chunks[^1], _offset++, 1);
    }

    public TResult[] ToArray()
    {
        if (_chunks.Count == 1 && _chunks[0].Length == _count)
            return _chunks[0];

        var results = new TResult[_count];
        var copied = 0;
        foreach (var chunk in _chunks)
        {
            var length = Math.Min(chunk.Length, _count - copied);
            Array.Copy(chunk, 0, results, copied, length);
            copied += length;
        }

        return results;
    }

    private int SizeOfNext() => _chunks.Count > 0 ? Math.Min(2 * _chunks[^1].Length, GreatestChunk)
        : count is > 0 and var known ? known
        : FirstChunk;
}
