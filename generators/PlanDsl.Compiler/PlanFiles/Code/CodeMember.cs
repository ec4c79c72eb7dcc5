namespace PlanDsl.Compiler;

/// <summary>A member of a type that the paths of plan files may lead to.</summary>
/// <param name="Key">Its name as JSON.</param>
/// <param name="Name">Its name in C#, with an <c>@</c> where it is a keyword.</param>
/// <param name="Type">Its type.</param>
public sealed record CodeMember(string Key, string Name, CodeType Type);
