namespace PlanDsl;

/// <summary>Declares a parallel group of a plan: the steps that name it in <see cref="StepAttribute.Group"/> run side by side,
/// and a strategy turns their ends into the group's.</summary>
/// <param name="name">The name of the group, which is its step id.</param>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct, AllowMultiple = true, Inherited = false)]
public sealed class ParallelGroupAttribute(string name) : Attribute
{
    /// <summary>The name of the group.</summary>
    public string Name { get; } = name;

    /// <summary>How the members' ends make the group's. <see cref="ParallelStrategy.All"/> by default.</summary>
    public ParallelStrategy Strategy { get; set; }

    /// <summary>How many members must succeed, under <see cref="ParallelStrategy.Threshold"/>.</summary>
    public int Threshold { get; set; }

    /// <summary>The key under which other steps bind the group's result, snake_case. By default the name.</summary>
    public string? ResultKey { get; set; }

    /// <summary>The steps that must end before the group starts, beyond those that its members depend on.</summary>
    public string[]? DependsOn { get; set; }

    /// <summary>How long the group may take as a whole, written like <see cref="StepAttribute.Timeout"/>.</summary>
    public string? Timeout { get; set; }

    /// <summary>What a failure of the group means for the run. <see cref="FailurePolicy.Abort"/> by default.</summary>
    public FailurePolicy OnFailure { get; set; }

    /// <summary>Whether a failure of the group fails the run; as <see cref="StepAttribute.Critical"/>.</summary>
    public bool Critical { get; set; }

    /// <summary>The name of the method that says whether the group runs at all; as <see cref="StepAttribute.When"/>.</summary>
    public string? When { get; set; }

    /// <summary>After which ends of the steps before it the group runs; as <see cref="StepAttribute.RunWhen"/>.</summary>
    public RunWhen RunWhen { get; set; }

    /// <summary>How many members may run at once, 1 or more, within the plan's own bound. No bound where it is left out.</summary>
    public int MaxParallel { get; set; }
}
