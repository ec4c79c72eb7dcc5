namespace PlanDsl;

/// <summary>The signals of a run: those that nobody has waited for yet, and the steps that wait for one; of each name in
/// the order in which they came. Guarded by the run's lock.</summary>
internal sealed class SignalBox
{
    private readonly Dictionary<string, Queue<SignalValue>> _arrived = new(StringComparer.Ordinal);
    private readonly List<SignalWait> _waits = [];

    // What had come for steps that had not ended when the run was left, by their paths.
    private Dictionary<string, SignalValue>? _meant;

    public bool TryTake(string name, string path, out SignalValue value)
    {
        value = default;
        if (_meant is not null && _meant.Remove(path, out value))
            return true;
        return _arrived.TryGetValue(name, out var values) && values.TryDequeue(out value);
    }

    /// <summary>Keeps a signal again that had come before the run was resumed.</summary>
    public void Restore(SignalReceivedEvent signal, SignalValue value)
    {
        if (signal.StepPath is { } path)
            (_meant ??= new(StringComparer.Ordinal))[path] = value;
        else
            Keep(signal.Name, value);
    }

    public void Add(SignalWait wait) => _waits.Add(wait);

    public bool Remove(SignalWait wait) => _waits.Remove(wait);

    /// <summary>Who is to be given a signal; <see langword="null"/> if it has been laid by.</summary>
    public SignalWait? Receive(string name, SignalValue value)
    {
        // One that was cancelled while it waited may still be here.
        var index = _waits.FindIndex(wait => wait.Name == name && wait.Unit.Status is StepStatus.Waiting);
        if (index >= 0)
        {
            var wait = _waits[index];
            _waits.RemoveAt(index);
            return wait;
        }

        Keep(name, value);
        return null;
    }

    private void Keep(string name, SignalValue value)
    {
        if (!_arrived.TryGetValue(name, out var values))
            _arrived.Add(name, values = new());
        values.Enqueue(value);
    }
}
