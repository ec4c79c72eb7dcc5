namespace PlanDsl;

/// <content>Attempts of what sub-plans consist of. They are counted on when the sub-plan is run again, or another in its place, so that no two attempts are called the same.</content>
internal abstract partial class Coordinator
{
    // How many attempts were made of what has a path, in attempts that have ended of what it is part of; the root's.
    private Dictionary<string, int>? _attempted;

    /// <summary>Has a table for a sub-plan count on. Under the lock.</summary>
    /// <param name="steps">The table.</param>
    /// <param name="earlier">What the step consisted of before that runs the sub-plan; <see langword="null"/> for nothing.</param>
    public void CountOn(StepTable steps, StepTable? earlier)
    {
        if (earlier is not null)
            _root.NoteAttempts(earlier);
        for (var entry = 0; _root.CountsOn && entry < steps.Count; entry++)
            CountOn(steps, entry);
    }

    // In a run that was resumed, the record has what was before.
    private bool CountsOn => _attempted is not null || _record is not null;

    private void CountOn(StepTable steps, int entry)
    {
        if (!_root.CountsOn)
            return;
        var path = steps.PathOf(entry);
        if (_root._attempted?.TryGetValue(path, out var attempts) is not true)
            attempts = _root._record?.Find(path)?.Attempts ?? 0;
        if (attempts > 0)
            steps.CountOn(entry, attempts);
    }

    private void NoteAttempts(StepTable ended)
    {
        for (var entry = 0; entry < ended.Count; entry++)
        {
            if (ended.AttemptsOf(entry) is > 0 and var attempts)
                (_attempted ??= new(StringComparer.Ordinal))[ended.PathOf(entry)] = attempts;
            if (ended.PartsOf(entry) is { } parts)
                NoteAttempts(parts);
        }
    }
}
