namespace PlanDsl.Compiler;

/// <summary>A parameter of <c>RunAsync</c>.</summary>
/// <param name="Name">The parameter's name, escaped where C# needs it.</param>
/// <param name="Type">Its type, fully qualified, with its nullable annotation.</param>
/// <param name="DefaultValue">The C# text of its default value; <see langword="null"/> where a value must be given.</param>
public sealed record InputSpec(string Name, string Type, string? DefaultValue);
