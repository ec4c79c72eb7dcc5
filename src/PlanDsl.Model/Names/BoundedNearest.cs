namespace PlanDsl.Model;

/// <summary>Finds the names that were probably meant for as long as that is worth it: each costs a look at every candidate, and nobody reads the
/// hundredth suggestion in a large plan. Not thread-safe.</summary>
internal sealed class BoundedNearest
{
    private const int MaxLooks = 2_000_000;

    private readonly Nearest _nearest;
    private readonly int _count;
    private int _looks;

    /// <summary>Will search these names.</summary>
    public BoundedNearest(IReadOnlyCollection<string> candidates) => (_nearest, _count) = (new(candidates), candidates.Count);

    /// <summary>The candidate that <paramref name="name"/> probably stands for, as <see cref="Nearest"/> finds it; <see langword="null"/> if there is none, and
    /// where too many have been asked for.</summary>
    public string? To(string name)
    {
        if (_looks >= MaxLooks)
            return null;
        _looks += _count;
        return _nearest.To(name);
    }
}
