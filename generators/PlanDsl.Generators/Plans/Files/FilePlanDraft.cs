using PlanDsl.Compiler;

namespace PlanDsl.Generators;

/// <summary>A plan file, and the plan that was made of it.</summary>
/// <param name="Target">The file and its class.</param>
/// <param name="Plan">The plan: whole, unless the file runs other plans whose results were not known yet.</param>
internal sealed record FilePlanDraft(FilePlanTarget Target, PlanSpec Plan);
