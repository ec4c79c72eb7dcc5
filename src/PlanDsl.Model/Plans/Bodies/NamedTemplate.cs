namespace PlanDsl.Model;

/// <summary>A text with a name, such as an environment variable, into which values are inserted.</summary>
/// <param name="Name">The name.</param>
/// <param name="Value">The text.</param>
public sealed record NamedTemplate(string Name, Template Value);
