namespace PlanDsl;

/// <summary>One run in a <see cref="MemoryJournal"/>. Thread-safe.</summary>
/// <param name="runId">The run's id.</param>
/// <param name="number">The runs of one journal, counted as they are created.</param>
internal sealed class MemoryRun(string runId, long number)
{
    private readonly Lock _gate = new();
    private readonly List<PlanEvent> _events = [];
    private readonly List<RunRequest> _pending = [];
    private readonly HashSet<string> _asked = new(StringComparer.Ordinal);
    private RequestFeed? _feed;

    public string RunId => runId;

    public long Number => number;

    public bool IsClaimed => Volatile.Read(ref _feed) is not null;

    public bool HasBegun => LastSequence > 0;

    public bool IsCompleted
    {
        get
        {
            lock (_gate)
                return _events is [.., RunCompletedEvent];
        }
    }

    public long LastSequence
    {
        get
        {
            lock (_gate)
                return _events.Count;
        }
    }

    public RequestFeed Claim()
    {
        lock (_gate)
        {
            var feed = new RequestFeed();
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

    /// <summary>Records an event; <see langword="false"/> if it does not follow the last one.</summary>
    public bool TryAppend(PlanEvent happened)
    {
        lock (_gate)
        {
            if (happened.Sequence != _events.Count + 1)
                return false;
            _events.Add(happened);
            if (JournalRecord.RequestIdOf(happened) is { } done)
                _pending.RemoveAll(request => request.Id == done);
            return true;
        }
    }

    /// <summary>Keeps a request, and gives it to the run; <see langword="false"/> if the run has ended.</summary>
    public bool TryAsk(RunRequest request)
    {
        lock (_gate)
        {
            if (_events is [.., RunCompletedEvent])
                return false;
            if (_asked.Add(request.Id))
            {
                _pending.Add(request);
                _feed?.Add(request);
            }

            return true;
        }
    }

    public IReadOnlyList<PlanEvent> Events(long after)
    {
        lock (_gate)
            return after >= _events.Count ? [] : _events.GetRange((int)after, _events.Count - (int)after);
    }

    public RunSummary Summary()
    {
        lock (_gate)
        {
            var created = _events[0] as RunCreatedEvent;
            var completed = _events[^1] as RunCompletedEvent;
            return new()
            {
                RunId = runId,
                PlanId = created?.PlanId ?? "",
                Status = completed?.Status ?? RunStatus.Running,
                CreatedAt = _events[0].Time,
                EndedAt = completed?.Time,
                LastSequence = _events.Count,
                ParentRun = created?.ParentRun,
                Owner = _feed is null ? null : RunOwner.Current,
            };
        }
    }
}
