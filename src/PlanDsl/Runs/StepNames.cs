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

    /// <summary>The entries that are members of no other, in declaration order; <see langword="null"/> where that is all of them.</summary>
    public virtual int[]? Order => null;

    /// <summary>The entries that are members of this one.</summary>
    public virtual ReadOnlySpan<int> MembersOf(int entry) => [];
}
