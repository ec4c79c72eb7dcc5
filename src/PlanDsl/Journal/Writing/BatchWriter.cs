namespace PlanDsl;

/// <summary>One thread that writes what others hand it: all that has come while it was writing, at a time.</summary>
/// <remarks>Items are added, and taken, under the lock, and so does the thread decide to wait or to leave; so nothing is added that
/// nobody is going to write, and what is written is written in the order in which it was added. A thread of its own, because those
/// of the pool may all be waiting for what it writes. It leaves when nobody has used the writer for a while, so that a journal needs
/// not be disposed of.</remarks>
internal sealed class BatchWriter<T>
{
    private static readonly TimeSpan DefaultPatience = TimeSpan.FromSeconds(2);

    // What a burst has made room for is given back.
    private const int MostKept = 65_536;

    // Held for no longer than it takes to add to a list: an engine adds under its own lock. An object, since threads wait on it.
    private readonly object _gate = new();
    private readonly Action<List<T>> _write;
    private readonly Action? _leave;
    private readonly TimeSpan _patience;

    private List<T> _added = [];
    private List<T> _taken = [];
    private int _users;
    private bool _isServed;

    /// <param name="write">Writes items, in order. It does not throw.</param>
    /// <param name="leave">Closes what is open for writing, when nobody uses it; nor does this.</param>
    /// <param name="patience">How long the thread stays when nobody uses it: 2 seconds by default.</param>
    public BatchWriter(Action<List<T>> write, Action? leave = null, TimeSpan? patience = null)
    {
        _write = write;
        _leave = leave;
        _patience = patience ?? DefaultPatience;
    }

    /// <summary>Sees to it that there is a thread, until <see cref="Release"/>. Only between the two are items added.</summary>
    public void Retain()
    {
        lock (_gate)
        {
            _users++;
            if (_isServed)
                return;
            new Thread(Serve) { IsBackground = true, Name = "PlanDsl journal" }.Start();
            _isServed = true;
        }
    }

    public void Release()
    {
        lock (_gate)
        {
            if (--_users == 0)
                Monitor.Pulse(_gate);
        }
    }

    /// <summary>Has an item written. Does not wait.</summary>
    public void Add(T item)
    {
        lock (_gate)
        {
            _added.Add(item);
            if (_added.Count == 1)
                Monitor.Pulse(_gate);
        }
    }

    private void Serve()
    {
        do
        {
            while (TryTake())
            {
                _write(_taken);
                _taken.Clear();
                if (_taken.Capacity > MostKept)
                    _taken.Capacity = 0;
            }

            // That may take as long as a disk does, and nobody who comes meanwhile waits for it.
            _leave?.Invoke();
        }
        while (!TryLeave());
    }

    private bool TryTake()
    {
        lock (_gate)
        {
            while (_added.Count == 0)
            {
                var isUsed = _users > 0;
                if (!Monitor.Wait(_gate, isUsed ? Timeout.InfiniteTimeSpan : _patience) && !isUsed && _users == 0 && _added.Count == 0)
                    return false;
            }

            (_added, _taken) = (_taken, _added);
            return true;
        }
    }

    /// <summary>Leaves, unless somebody has come since nobody used the writer.</summary>
    private bool TryLeave()
    {
        lock (_gate)
        {
            if (_users > 0 || _added.Count > 0)
                return false;
            _isServed = false;
            return true;
        }
    }
}
