namespace PlanDsl.Model;

/// <summary>Two types by their full spelling, in the direction of a conversion.</summary>
/// <param name="From">The type of the value.</param>
/// <param name="To">The type that is asked for.</param>
public sealed record TypePair(string From, string To);
