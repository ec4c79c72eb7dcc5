namespace PlanDsl;

/// <summary>A value with a name.</summary>
/// <param name="Name">The name.</param>
/// <param name="Value">The value.</param>
internal readonly record struct NamedValueCode(string Name, ValueCode Value);
