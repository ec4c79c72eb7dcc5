using PlanDsl.Model;

namespace PlanDsl.Compiler;

/// <summary>An input of a plan that a step runs.</summary>
/// <param name="Name">Its name, as the plan declares it.</param>
/// <param name="Type">Its type.</param>
/// <param name="DefaultValue">The C# text of the parameter's default value; <see langword="null"/> where a value must be given.</param>
public sealed record CatalogInput(string Name, TypeRef Type, string? DefaultValue);
