namespace PlanDsl.Model;

/// <summary>A value with a name, into whose texts values are inserted.</summary>
/// <param name="Name">The name.</param>
/// <param name="Value">The value.</param>
public sealed record NamedValue(string Name, ValueTemplate Value);
