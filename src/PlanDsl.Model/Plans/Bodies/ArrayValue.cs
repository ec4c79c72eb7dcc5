namespace PlanDsl.Model;

/// <summary>Values in a row.</summary>
/// <param name="Items">The values.</param>
public sealed record ArrayValue(EquatableArray<ValueTemplate> Items) : ValueTemplate;
