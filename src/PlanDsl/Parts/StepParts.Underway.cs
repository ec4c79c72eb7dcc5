namespace PlanDsl;

/// <content>The parts that have begun and have not ended, so that one can be found by its number.</content>
internal abstract partial class StepParts
{
    private readonly List<GovernedStep> _underway = [];

    /// <summary>The part that stands at this entry; <see langword="null"/> if it has ended. Under the coordinator's lock.</summary>
    public GovernedStep? UnderwayAt(int entry) => _underway.Find(part => part.Entry == entry);

    /// <summary>Whether this holds of all that is underway, and nothing else is about to begin. Under the coordinator's lock.</summary>
    public bool AllUnderway(Predicate<GovernedStep> holds) => _underway.TrueForAll(holds) && Line.Count == 0;

    /// <summary>A part has begun. Under the coordinator's lock.</summary>
    public void Enter(GovernedStep part)
    {
        part.Index = _underway.Count;
        _underway.Add(part);
    }

    /// <summary>A part has ended. Under the coordinator's lock.</summary>
    public void Leave(GovernedStep part)
    {
        // The last takes its place: there may be a million.
        var last = _underway[^1];
        _underway[last.Index = part.Index] = last;
        _underway.RemoveAt(_underway.Count - 1);
    }
}
