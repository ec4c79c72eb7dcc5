using PlanDsl.Model;

namespace PlanDsl.Compiler;

/// <summary>What a fan-out goes through.</summary>
/// <param name="Method">The method that makes it of what the element is bound to; empty where it cannot be written.</param>
/// <param name="Element">The type of its elements.</param>
/// <param name="Parameter">The element as a parameter of the step.</param>
internal sealed record ElementSource(string Method, CodeType Element, ParameterModel Parameter);
