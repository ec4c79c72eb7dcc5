namespace PlanDsl.Model;

/// <summary>What a step makes available to others and needs of them, by names that mean something to its author.</summary>
/// <param name="Provides">The names of what it makes available.</param>
/// <param name="Consumes">The names of what it needs.</param>
public sealed record SupplyModel(EquatableArray<string> Provides, EquatableArray<string> Consumes);
