namespace PlanDsl.Model;

/// <summary>Values by their names.</summary>
/// <param name="Properties">The values, in the order of the file.</param>
public sealed record ObjectValue(EquatableArray<NamedValue> Properties) : ValueTemplate;
