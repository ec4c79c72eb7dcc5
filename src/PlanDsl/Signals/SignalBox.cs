namespace PlanDsl;

/// <summary>The signals of a run: those that nobody has waited for yet, and the steps that wait for one; of each name in
/// the order in which they came. Guarded by the run's lock.</summary>
internal sealed class SignalBox
{
    private readonly Dictionary<string, Queue<SignalValue>> _arrived = new(StringComparer.Ordinal);
    private readonly List<SignalWait> _waits = [];

    // What had come for steps that had not ended when the run was left, by their paths.
    private Dictionary<string, SignalValue>? _meant;

    /// <summary>Takes the signal that is meant for a step, else the first that was kept.</summary>
    /// <param name="name">The name of the signal.</param>
    /// <param name="path">The path of the step.</param>
    /// <param name="over">When the wait was over for which it is taken: one that was given later is none for it. <see langword="null"/> for one that is not.</param>
    /// <param name="value">What it brings.</param>
    public bool TryTake(string name, string path, DateTimeOffset? over, out SignalValue value)
    {
        value = default;
        if (_meant is not null && _meant.Remove(path, out value))
            return true;
        return _arrived.TryGetValue(name, out var values) && values.TryPeek(out var first) && !IsLate(first, over) && values.TryDequeue(out value);
    }

    /// <summary>Means for a step the first signal that was kept, if it was given before the step's wait was over, or one is meant for it.</summary>
    public bool TryGive(string name, string path, DateTimeOffset over)
    {
        if (_meant?.ContainsKey(path) is true)
            return true;
        if (!TryTake(name, path, over, out var value))
            return false;
        Mean(path, value);
        return true;
    }

    /// <summary>Keeps a signal again that had come before the run was resumed.</summary>
    public void Restore(SignalReceivedEvent signal, SignalValue value)
    {
        if (signal.StepPath is { } path)
            Mean(path, value);
        else
            Keep(signal.Name, value);
    }

    public void Add(SignalWait wait) => _waits.Add(wait);

    public bool Remove(SignalWait wait) => _waits.Remove(wait);

    /// <summary>Who is to be given a signal; <see langword="null"/> if it has been laid by.</summary>
    public SignalWait? Receive(string name, SignalValue value)
    {
        // One that was cancelled while it waited may still be here.
        var index = _waits.FindIndex(wait => wait.Name == name && wait.Unit.Status is StepStatus.Waiting && !IsLate(value, wait.Unit.WaitOverAt));
        if (index >= 0)
        {
            var wait = _waits[index];
            _waits.RemoveAt(index);
            return wait;
        }

        Keep(name, value);
        return null;
    }

    private static bool IsLate(SignalValue value, DateTimeOffset? over) => value.GivenAt > over;

    private void Mean(string path, SignalValue value) => (_meant ??= new(StringComparer.Ordinal))[path] = value;

    private void Keep(string name, SignalValue value)
    {
        if (!_arrived.TryGetValue(name, out var values))
            _arrived.Add(name, values = new());
        values.Enqueue(value);
    }
}
