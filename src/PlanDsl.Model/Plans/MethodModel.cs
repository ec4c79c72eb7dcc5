namespace PlanDsl.Model;

/// <summary>Something beside its body that a step calls, because an option names it. It is no step, and it binds results and
/// inputs as steps do, which makes edges of the step.</summary>
public sealed record MethodModel
{
    /// <summary>Its name as the option gives it.</summary>
    public required string Name { get; init; }

    /// <summary>What it is given, in the order of its parameters.</summary>
    public EquatableArray<ParameterModel> Parameters { get; init; }
}
