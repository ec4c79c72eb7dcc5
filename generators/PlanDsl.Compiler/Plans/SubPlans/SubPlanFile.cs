using PlanDsl.Model;

namespace PlanDsl.Compiler;

/// <summary>A plan file that a step of a plan in C# runs, as far as the class tells that names the file.</summary>
/// <param name="Class">The class, as metadata has its name.</param>
/// <param name="Name">The class as messages name it.</param>
/// <param name="Parameters">What the step's method takes.</param>
public sealed record SubPlanFile(string Class, string Name, EquatableArray<SubPlanParameter> Parameters);
