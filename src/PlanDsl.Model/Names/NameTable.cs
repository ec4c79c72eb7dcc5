namespace PlanDsl.Model;

/// <summary>Numbers names in the order in which they are first met. A dictionary would look up each new name twice, once to
/// see that it is new.</summary>
internal sealed class NameTable
{
    private Entry[] _entries;
    private int[] _buckets;         // the number of the last name in each, plus one
    private int _count;

    /// <summary>A table with room for <paramref name="capacity"/> names; for more it grows.</summary>
    public NameTable(int capacity)
    {
        _entries = new Entry[capacity];
        _buckets = BucketsFor(capacity);
    }

    /// <summary>The number of <paramref name="name"/>, or -1 if it has none.</summary>
    public int Find(string name) => Find(name, StringComparer.Ordinal.GetHashCode(name));

    /// <summary>The number of <paramref name="name"/>, which has one from now on.</summary>
    public int Add(string name)
    {
        var hash = StringComparer.Ordinal.GetHashCode(name);
        if (Find(name, hash) is >= 0 and var known)
            return known;
        if (_count == _entries.Length)
            Grow();
        Insert(_count, name, hash);
        return _count++;
    }

    private int Find(string name, int hash)
    {
        var number = _buckets[hash & (_buckets.Length - 1)] - 1;
        while (number >= 0 && (_entries[number].Hash != hash || !string.Equals(_entries[number].Name, name, StringComparison.Ordinal)))
            number = _entries[number].Next;
        return number;
    }

    private void Insert(int number, string name, int hash)
    {
        ref var bucket = ref _buckets[hash & (_buckets.Length - 1)];
        _entries[number] = new(name, hash, bucket - 1);
        bucket = number + 1;
    }

    private void Grow()
    {
        Array.Resize(ref _entries, Math.Max(4, _count * 2));
        _buckets = BucketsFor(_entries.Length);
        for (var number = 0; number < _count; number++)
            Insert(number, _entries[number].Name, _entries[number].Hash);
    }

    private static int[] BucketsFor(int capacity)
    {
        var buckets = 1;
        while (buckets < capacity)
            buckets *= 2;
        return new int[buckets];
    }

    private readonly struct Entry(string name, int hash, int next)
    {
        public string Name { get; } = name;

        public int Hash { get; } = hash;

        public int Next { get; } = next;
    }
}
