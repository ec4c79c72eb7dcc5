namespace PlanDsl;

/// <summary>What the entries of a <see cref="StepTable"/> are called, and how they belong together. Names are made when somebody
/// asks.</summary>
internal abstract class StepNames
{
    /// <summary>The id of an entry, as it is declared or as its whole numbers it.</summary>
    public abstract string IdOf(int entry);

    /// <summary>The path of an entry in the run.</summary>
    public abstract string PathOf(int entry);

    /// <summary>The path of what the entry is part of; <see langword="null"/> for a step of the plan itself.</summary>
    public abstract string? ParentOf(int entry);

    /// <summary>The entry that has this path or, if none has, within which what has it would lie; -1 if there is none.</summary>
    /// <param name="path">The path.</param>
    /// <param name="count">How many entries there are.</param>
    public abstract int Find(string path, int count);

    /// <summary>Whether something with this path would lie within what has the other.</summary>
    protected static bool LiesWithin(string path, string whole) =>
        path.Length > whole.Length && path[whole.Length] is '[' or '#' or '/' && path.StartsWith(whole, StringComparison.Ordinal);

    /// <summary>The entries that are members of no other, in declaration order; <see langword="null"/> where that is all of them.</summary>
    public virtual int[]? Order => null;

    /// <summary>The entries that are members of this one.</summary>
    public virtual ReadOnlySpan<int> MembersOf(int entry) => [];
}
