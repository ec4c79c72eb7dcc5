namespace PlanDsl;

/// <summary>Gives a parameter of a loop's body the result of the iteration before; in the first iteration, the default of
/// its type. See <see cref="StepAttribute.RepeatUntil"/>.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class PreviousAttribute : Attribute;
