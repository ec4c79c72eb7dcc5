namespace PlanDsl.Model;

/// <summary>Faults of a text that are not kept, because there are too many.</summary>
/// <param name="Count">How many there are.</param>
/// <param name="First">The first of them; <see langword="null"/> for none.</param>
internal readonly record struct OmittedFaults(int Count, ExpressionFault? First);
