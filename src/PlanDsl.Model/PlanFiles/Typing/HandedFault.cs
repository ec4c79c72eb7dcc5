namespace PlanDsl.Model;

/// <summary>Why a value cannot be that of an input.</summary>
/// <param name="Subject">The value, as messages show it.</param>
/// <param name="Verdict">What it is, as the rest of a sentence.</param>
internal readonly record struct HandedFault(string Subject, string Verdict);
