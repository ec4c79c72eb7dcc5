using PlanDsl.Model;

namespace PlanDsl.Compiler;

/// <summary>A plan file as generated code and findings need it. Equal to another by value.</summary>
/// <param name="Spec">The plan, as a class in C# would give it. Of its findings it has the ids only, so that what moves in the file changes
/// nothing here.</param>
/// <param name="FileFindings">All that is wrong, in the file: places by <see cref="PlanFile.Map"/>, in the order of the file.</param>
/// <param name="ClassFindings">All that is wrong, in the class: places by <see cref="FileClassPositions"/>.</param>
public sealed record FilePlan(PlanSpec Spec, EquatableArray<Finding> FileFindings, EquatableArray<Finding> ClassFindings);
