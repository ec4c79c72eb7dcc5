namespace PlanDsl;

/// <summary>The observers of one run. Written under the coordinator's lock; no observer is called here.</summary>
/// <param name="watch">Those who watch it from within, if there are any.</param>
/// <param name="recorder">Who records it, if somebody does: before anybody else is told.</param>
internal sealed class EventHub(RunWatch? watch = null, RunRecorder? recorder = null)
{
    private readonly List<EventQueue> _queues = [];

    private bool IsIdle => _queues.Count == 0 && watch is null && recorder is null;

    public void Add(EventQueue queue) => _queues.Add(queue);

    /// <summary>Removes a queue; whether none is left.</summary>
    public bool Remove(EventQueue queue)
    {
        _queues.Remove(queue);
        return IsIdle;
    }

    /// <summary>Enqueues the event for each observer, and drops those whose queue overflows; whether none is left.</summary>
    public bool Publish(PlanEvent happened)
    {
        recorder?.Append(happened);
        watch?.Note(happened);
        for (var i = _queues.Count - 1; i >= 0; i--)
        {
            if (!_queues[i].TryEnqueue(happened))
                _queues.RemoveAt(i);
        }

        return IsIdle;
    }

    public void Complete()
    {
        foreach (var queue in _queues)
            queue.Complete();
        _queues.Clear();
    }
}
