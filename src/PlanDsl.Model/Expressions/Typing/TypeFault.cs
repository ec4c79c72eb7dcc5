namespace PlanDsl.Model;

/// <summary>A place in an expression that does not fit the types of what it is about.</summary>
/// <param name="Kind">What does not fit.</param>
/// <param name="Start">Where it begins in the text, in UTF-16 units.</param>
/// <param name="Length">How many UTF-16 units it takes.</param>
/// <param name="Message">What is wrong and what would be right, as a clause.</param>
public sealed record TypeFault(TypeFaultKind Kind, int Start, int Length, string Message);
