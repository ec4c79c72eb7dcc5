namespace PlanDsl.Model;

/// <summary>What a declaration says about <see langword="null"/>.</summary>
public enum Nullability
{
    /// <summary>Never null.</summary>
    NotNull,

    /// <summary>May be null: <c>T?</c>.</summary>
    Nullable,

    /// <summary>Written where nullable annotations are off; nothing is said, and nothing is reported.</summary>
    Oblivious,
}
