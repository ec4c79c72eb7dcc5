namespace PlanDsl;

/// <summary>Declares that a parameter of a step is an input of the plan: a parameter of <c>RunAsync</c>. Several steps may
/// declare the same input, if they agree on its type.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class InputAttribute : Attribute;
