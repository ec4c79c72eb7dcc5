namespace PlanDsl.Model;

/// <summary>A value that a run is given when it starts.</summary>
/// <param name="Name">The input's name, snake_case.</param>
/// <param name="Type">The type of its value.</param>
public sealed record InputModel(string Name, TypeRef Type);
