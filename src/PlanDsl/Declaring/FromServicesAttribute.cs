namespace PlanDsl;

/// <summary>Gives a parameter of a step a service from <see cref="PlanOptions.Services"/>. Every attempt resolves its
/// services from a scope of its own, which is disposed when the attempt has ended.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class FromServicesAttribute : Attribute;
