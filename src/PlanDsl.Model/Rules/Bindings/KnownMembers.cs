namespace PlanDsl.Model;

/// <summary>The members that something has of which a path may name one. Not thread-safe where there are many.</summary>
/// <param name="names">Their names.</param>
internal sealed class KnownMembers(IReadOnlyCollection<string> names)
{
    private const int Few = 32;

    private readonly HashSet<string> _all = new(names, StringComparer.Ordinal);
    private BoundedNearest? _nearest;

    /// <summary>Their names, in the order of their declaration.</summary>
    public IReadOnlyCollection<string> Names => names;

    /// <summary>Whether there is one of this name.</summary>
    public bool Contain(string name) => _all.Contains(name);

    /// <summary>The one that was probably meant; <see langword="null"/> if there is none, and where there are many of which too many have been asked for.</summary>
    public string? NearestTo(string name) => names.Count <= Few ? new Nearest(names).To(name) : (_nearest ??= new(names)).To(name);
}
