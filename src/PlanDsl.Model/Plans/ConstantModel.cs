namespace PlanDsl.Model;

/// <summary>A constant of a plan file, which its steps read as <c>bindings.name</c>.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Json">Its value as JSON.</param>
public sealed record ConstantModel(string Name, string Json);
