namespace PlanDsl.Model;

/// <summary>Something that is wrong with an expression or a template.</summary>
/// <param name="Start">Where it begins in the text, in UTF-16 units.</param>
/// <param name="Length">How many UTF-16 units it takes; 0 where something is missing.</param>
/// <param name="Message">What is wrong and what would be right, as a clause: no capital at its start, no full stop at its end.</param>
public sealed record ExpressionFault(int Start, int Length, string Message);
