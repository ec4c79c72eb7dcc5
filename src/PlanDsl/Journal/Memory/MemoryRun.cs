namespace PlanDsl;

/// <summary>One run in a <see cref="MemoryJournal"/>. Thread-safe.</summary>
/// <param name="runId">The run's id.</param>
/// <param name="number">The runs of one journal, counted as they are created.</param>
internal sealed class MemoryRun(string runId, long number)
{
    private readonly Lock _gate = new();
    private readonly RecordEncoder _encoder = new();
    private readonly List<byte[]> _records = [];
    private readonly List<RunRequest> _pending = [];
    private readonly HashSet<string> _asked = new(StringComparer.Ordinal);
    private RequestFeed? _feed;
    private PlanEvent? _first;
    private PlanEvent? _last;

    public string RunId => runId;

    public long Number => number;

    public bool IsClaimed => Volatile.Read(ref _feed) is not null;

    public bool HasBegun => LastSequence > 0;

    public bool IsCompleted
    {
        get
        {
            lock (_gate)
                return _last is RunCompletedEvent;
        }
    }

    public long LastSequence
    {
        get
        {
            lock (_gate)
                return _records.Count;
        }
    }

    public RequestFeed Claim()
    {
        lock (_gate)
        {
            var feed = new RequestFeed([]);
            foreach (var request in _pending)
                feed.Add(request);
            return _feed = feed;
        }
    }

    public void Release()
    {
        lock (_gate)
        {
            _feed?.Complete();
            _feed = null;
        }
    }

    /// <summary>Records an event.</summary>
    /// <exception cref="JournalException">It does not follow the last one, or is no JSON.</exception>
    public void Append(PlanEvent happened)
    {
        lock (_gate)
        {
            if (happened.Sequence != _records.Count + 1)
                throw JournalFaults.OutOfOrder(runId, happened);
            _records.Add(_encoder.Encode(happened).ToArray());
            _first ??= happened;
            _last = happened;
            if (JournalRecord.RequestIdOf(happened) is { } done)
                _pending.RemoveAll(pending => pending.Id == done);
        }
    }

    /// <summary>Keeps a request, and gives it to the run; <see langword="false"/> if the run has ended.</summary>
    public bool TryAsk(RunRequest request, DateTimeOffset now)
    {
        lock (_gate)
        {
            if (_last is RunCompletedEvent)
                return false;
            if (_asked.Add(request.Id))
            {
                var asked = request with { AskedAt = now };
                _pending.Add(asked);
                _feed?.Add(asked);
            }

            return true;
        }
    }

    /// <summary>What was asked and is not done; nothing of a run that has ended.</summary>
    public IReadOnlyList<PendingRequest> Pending()
    {
        lock (_gate)
            return _last is RunCompletedEvent ? [] : _pending.ConvertAll(PendingRequest.Of);
    }

    /// <summary>What is recorded after an event, as it would be read from a disk.</summary>
    public IEnumerable<PlanEvent> Events(long after)
    {
        byte[][] records;
        lock (_gate)
            records = [.. _records.Skip((int)Math.Min(after, int.MaxValue))];
        return records.Select(static record => RecordDecoder.Decode(record));
    }

    public RunSummary Summary()
    {
        lock (_gate)
        {
            var created = _first as RunCreatedEvent;
            var completed = _last as RunCompletedEvent;
            return new()
            {
                RunId = runId,
                PlanId = created?.PlanId ?? "",
                Status = completed?.Status ?? RunStatus.Running,
                CreatedAt = _first!.Time,
                EndedAt = completed?.Time,
                LastSequence = _records.Count,
                ParentRun = created?.ParentRun,
                Owner = _feed is null ? null : RunOwner.Current,
            };
        }
    }
}
