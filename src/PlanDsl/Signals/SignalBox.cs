namespace PlanDsl;

/// <summary>The signals of a run: those that nobody has waited for yet, and the steps that wait for one; of each name in
/// the order in which they came. Guarded by the run's lock.</summary>
internal sealed class SignalBox
{
    private readonly Dictionary<string, Queue<SignalValue>> _arrived = new(StringComparer.Ordinal);
    private readonly List<SignalWait> _waits = [];

    public bool TryTake(string name, out SignalValue value)
    {
        value = default;
        return _arrived.TryGetValue(name, out var values) && values.TryDequeue(out value);
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

        if (!_arrived.TryGetValue(name, out var values))
            _arrived.Add(name, values = new());
        values.Enqueue(value);
        return null;
    }
}
