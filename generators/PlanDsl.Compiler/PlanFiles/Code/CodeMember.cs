namespace PlanDsl.Compiler;

/// <summary>A member of a type that the paths of plan files may lead to.</summary>
/// <param name="Key">Its name as JSON.</param>
/// <param name="Name">Its name in C#, with an <c>@</c> where it is a keyword.</param>
/// <param name="Type">Its type.</param>
public sealed record CodeMember(string Key, string Name, CodeType Type)
{
    /// <summary>Whether an object that is read from JSON has to have it: it is required, or given to a constructor without a default and not nullable.</summary>
    public bool IsRequired { get; init; }
}
