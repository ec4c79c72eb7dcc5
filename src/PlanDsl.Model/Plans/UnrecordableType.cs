namespace PlanDsl.Model;

/// <summary>Something of which a journal cannot keep the values so that they come back.</summary>
/// <param name="IsInput">Whether it is an input; else it is what a step returns.</param>
/// <param name="Index">The index of the input or the step.</param>
/// <param name="Reason">Why, with the type and what to do about it; the end of a sentence.</param>
public sealed record UnrecordableType(bool IsInput, int Index, string Reason);
