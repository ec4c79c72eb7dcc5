namespace PlanDsl;

/// <summary>The observers of one run. Written under the coordinator's lock; no observer is called here.</summary>
internal sealed class EventHub
{
    private readonly List<EventQueue> _queues = [];

    public void Add(EventQueue queue) => _queues.Add(queue);

    /// <summary>Removes a queue; whether none is left.</summary>
    public bool Remove(EventQueue queue)
    {
        _queues.Remove(queue);
        return _queues.Count == 0;
    }

    /// <summary>Enqueues the event for each observer, and drops those whose queue overflows; whether none is left.</summary>
    public bool Publish(PlanEvent happened)
    {
        for (var i = _queues.Count - 1; i >= 0; i--)
        {
            if (!_queues[i].TryEnqueue(happened))
                _queues.RemoveAt(i);
        }

        return _queues.Count == 0;
    }

    public void Complete()
    {
        foreach (var queue in _queues)
            queue.Complete();
        _queues.Clear();
    }
}
