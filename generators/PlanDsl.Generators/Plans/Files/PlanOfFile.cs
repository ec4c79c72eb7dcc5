using PlanDsl.Compiler;

namespace PlanDsl.Generators;

/// <summary>A plan that was made of a plan file.</summary>
/// <param name="Plan">The plan.</param>
/// <param name="Path">The path of the file; the empty string where there is none.</param>
internal sealed record PlanOfFile(PlanSpec Plan, string Path);
