namespace PlanDsl;

/// <summary>Declares that a method of a plan is a step. The step's id is the method's name without <c>Async</c>, in
/// snake_case; its parameters bind the results of other steps by name, and each binding is an edge of the plan.</summary>
[AttributeUsage(AttributeTargets.Method, Inherited = false)]
public sealed class StepAttribute : Attribute
{
    /// <summary>The key under which other steps bind the result, snake_case. By default the step's id.</summary>
    public string? ResultKey { get; set; }

    /// <summary>The steps, by the names of their methods or by their ids, that must end before this one starts although it
    /// binds none of their results.</summary>
    public string[]? DependsOn { get; set; }

    /// <summary>What a failure of this step means for the run. <see cref="FailurePolicy.Abort"/> by default.</summary>
    public FailurePolicy OnFailure { get; set; }

    /// <summary>Whether a failure of this step fails the run. By default <see langword="false"/> under
    /// <see cref="FailurePolicy.Continue"/> and <see langword="true"/> otherwise; <see langword="false"/> turns
    /// <see cref="FailurePolicy.Abort"/> into <see cref="FailurePolicy.Continue"/>.</summary>
    public bool Critical { get; set; }
}
