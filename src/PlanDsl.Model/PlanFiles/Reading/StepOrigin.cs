namespace PlanDsl.Model;

/// <summary>What is known of a step before its options are read.</summary>
/// <param name="Group">The id of the parallel step that it is a child of; <see langword="null"/> for a step of the plan itself.</param>
/// <param name="IsParallel">Whether it is a parallel step.</param>
/// <param name="IsFanOut">Whether it runs for each element of an array.</param>
/// <param name="Parameters">What its body refers to.</param>
internal readonly record struct StepOrigin(string? Group = null, bool IsParallel = false, bool IsFanOut = false, EquatableArray<ParameterModel> Parameters = default);
