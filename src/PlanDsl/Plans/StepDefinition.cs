namespace PlanDsl;

/// <summary>A step of a <see cref="PlanDefinition"/>.</summary>
/// <param name="Id">The step's id.</param>
/// <param name="ResultKey">The key under which others bind its result; <see langword="null"/> where it produces no value.</param>
/// <param name="DependsOn">The ids of the steps that directly precede it, by a binding or a declared dependency, in
/// declaration order.</param>
/// <param name="OnFailure">The failure policy in force.</param>
/// <param name="IsCritical">Whether a failure of the step fails the run.</param>
/// <param name="IsAsync">Whether the body returns a task.</param>
public sealed record StepDefinition(
    string Id,
    string? ResultKey,
    IReadOnlyList<string> DependsOn,
    FailurePolicy OnFailure,
    bool IsCritical,
    bool IsAsync)
{
    /// <summary>The id of the parallel group that the step is a member of, which has the edges of its members;
    /// <see langword="null"/> for none.</summary>
    public string? Group { get; init; }
}
