namespace PlanDsl.Model;

/// <summary>Something beside its body that a step calls, because an option names it. It is no step, and it binds results and
/// inputs as steps do, which makes edges of the step.</summary>
public sealed record MethodModel
{
    /// <summary>Its name as the option gives it.</summary>
    public required string Name { get; init; }

    /// <summary>What it is given, in the order of its parameters.</summary>
    public EquatableArray<ParameterModel> Parameters { get; init; }

    /// <summary>The condition of a plan file that decides; <see langword="null"/> for a method, and for what does something.</summary>
    public Expression? Condition { get; init; }

    /// <summary>What a plan file says is done; <see langword="null"/> for a method, a condition, a sub-plan and a wait.</summary>
    public StepBody? Body { get; init; }

    /// <summary>The plan that a plan file says is run; <see langword="null"/> for everything else.</summary>
    public SubPlanModel? SubPlan { get; init; }

    /// <summary>The signal that a plan file says is waited for; <see langword="null"/> for everything else.</summary>
    public SignalModel? Signal { get; init; }

    /// <summary>How long it may take, where it says so itself; <see langword="null"/> where it does not.</summary>
    public Duration? Timeout { get; init; }
}
