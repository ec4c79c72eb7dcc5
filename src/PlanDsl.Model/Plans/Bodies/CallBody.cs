namespace PlanDsl.Model;

/// <summary>Calls a method of the plan's class, or what is registered for the name.</summary>
/// <param name="Name">The name.</param>
/// <param name="With">What it is given.</param>
public sealed record CallBody(string Name, EquatableArray<NamedValue> With) : StepBody;
