namespace PlanDsl.Compiler;

/// <summary>An input of a plan that a step runs.</summary>
/// <param name="Name">Its name, as the plan declares it.</param>
/// <param name="Type">The type of the parameter that takes it, fully qualified, with its nullable annotation.</param>
/// <param name="DefaultValue">The C# text of the parameter's default value; <see langword="null"/> where a value must be given.</param>
public sealed record CatalogInput(string Name, string Type, string? DefaultValue);
