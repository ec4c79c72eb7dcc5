namespace PlanDsl.Compiler;

/// <summary>A value that there is in generated code.</summary>
/// <param name="Type">Its type.</param>
/// <param name="Code">How it is spelled: a name, a chain of names, or something in parentheses that can be read more than once.</param>
/// <param name="Used">How many segments of a path lead to it.</param>
public sealed record CodeValue(CodeType Type, string Code, int Used = 0)
{
    /// <summary>Why it may be null, as a clause: <c>the plan goes on when step 'fetch' fails</c>.</summary>
    public string WhyNull { get; init; } = "its type allows null";
}
