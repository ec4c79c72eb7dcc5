namespace PlanDsl.Tests;

/// <summary>Something that is due in a reference run.</summary>
/// <param name="Due">When, from the start of the run.</param>
/// <param name="Order">Which comes first of those due together: the one that was set first.</param>
/// <param name="Step">The step that it concerns; -1 for the run.</param>
/// <param name="Attempt">The attempt that it concerns.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Ending">How the body ends.</param>
internal sealed record Occurrence(TimeSpan Due, int Order, int Step, int Attempt, OccurrenceKind Kind, Ending Ending = default);
