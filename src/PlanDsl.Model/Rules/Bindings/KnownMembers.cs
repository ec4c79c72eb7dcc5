namespace PlanDsl.Model;

/// <summary>The members that something has of which a path may name one. Not thread-safe where there are many.</summary>
/// <param name="names">Their names.</param>
/// <param name="budget">What is shared with others who look for names in the same plan; <see langword="null"/> for a budget of its own.</param>
internal sealed class KnownMembers(IReadOnlyCollection<string> names, LookBudget? budget = null)
{
    /// <summary>How many are gone through as fast as they are looked up.</summary>
    public const int Few = 32;

    private readonly HashSet<string> _all = new(names, StringComparer.Ordinal);
    private BoundedNearest? _nearest;

    /// <summary>Their names, in the order of their declaration.</summary>
    public IReadOnlyCollection<string> Names => names;

    /// <summary>Whether there is one of this name.</summary>
    public bool Contain(string name) => _all.Contains(name);

    /// <summary>The one that was probably meant; <see langword="null"/> if there is none, and where there are many of which too many have been asked for.</summary>
    public string? NearestTo(string name) => names.Count <= Few ? new Nearest(names).To(name) : (_nearest ??= new(names, budget)).To(name);
}
