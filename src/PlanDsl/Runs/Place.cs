namespace PlanDsl;

/// <summary>What a path leads to.</summary>
/// <param name="Run">The run.</param>
/// <param name="Steps">The table in which it stands.</param>
/// <param name="Entry">Its entry there.</param>
/// <param name="Unit">What goes on there, if it is governed; <see langword="null"/> for a part that has ended.</param>
internal readonly record struct Place(Coordinator Run, StepTable Steps, int Entry, GovernedStep? Unit);
