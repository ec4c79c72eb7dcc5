namespace PlanDsl.Model;

/// <summary>What the elements of a type are.</summary>
/// <param name="Collection">The full spelling of the type.</param>
/// <param name="Element">The type of its elements; <see langword="null"/> where it is no collection.</param>
public sealed record ElementType(string Collection, TypeRef? Element);
