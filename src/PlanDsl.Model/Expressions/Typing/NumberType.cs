namespace PlanDsl.Model;

/// <summary>How C# holds a number.</summary>
public enum NumberType
{
    /// <summary>It is no number.</summary>
    None,

    /// <summary>A whole number that fits into a <see cref="long"/>.</summary>
    Integer,

    /// <summary>A <see cref="decimal"/>, or a <see cref="ulong"/>, which fits into one.</summary>
    Decimal,

    /// <summary>A <see cref="double"/>.</summary>
    Double,

    /// <summary>A <see cref="float"/>.</summary>
    Single,
}
