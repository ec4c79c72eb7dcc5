namespace PlanDsl.Compiler;

/// <summary>A class that names a plan file: <c>[Plan("x.plan.json")]</c>. Equal to another by value.</summary>
/// <param name="Type">The metadata name of the class.</param>
/// <param name="File">The file as the attribute names it.</param>
/// <param name="SourceDirectory">The directory of the C# file in which the attribute stands.</param>
public sealed record PlanFileReference(string Type, string File, string SourceDirectory);
