namespace PlanDsl.Tests;

/// <summary>Something that is due in a reference run.</summary>
/// <param name="Due">When, from the start of the run.</param>
/// <param name="Order">Which comes first of those due together: the one that was set first.</param>
/// <param name="Unit">What it concerns; null for the run.</param>
/// <param name="Call">The call of a body of the unit that it concerns.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Ending">How the body ends.</param>
internal sealed record Occurrence(TimeSpan Due, int Order, ReferenceUnit? Unit, int Call, OccurrenceKind Kind, Ending Ending = default);
