namespace PlanDsl;

/// <summary>What the entries of a <see cref="StepTable"/> are called. Names are made when somebody asks.</summary>
internal abstract class StepNames
{
    /// <summary>The id of an entry, as it is declared or as its whole numbers it.</summary>
    public abstract string IdOf(int entry);

    /// <summary>The path of an entry in the run.</summary>
    public abstract string PathOf(int entry);

    /// <summary>The path of what the entry is part of; <see langword="null"/> for a step of the plan itself.</summary>
    public abstract string? ParentOf(int entry);
}
