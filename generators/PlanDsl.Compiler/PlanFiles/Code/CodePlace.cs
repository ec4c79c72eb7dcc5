using PlanDsl.Model;

namespace PlanDsl.Compiler;

/// <summary>The method of a step for which C# is written.</summary>
/// <param name="StepId">The id of the step.</param>
/// <param name="Role">What the step calls the method for.</param>
/// <param name="Name">The method as findings name it: <c>step 'fetch'</c>.</param>
public sealed record CodePlace(string StepId, MethodRole Role, string Name)
{
    /// <summary>What the context of the attempt is called where nobody says otherwise.</summary>
    internal const string DefaultContext = "context";

    /// <summary>The context of the attempt, as the method calls it.</summary>
    public string Context { get; init; } = DefaultContext;

    /// <summary>The method as failures of a run name it.</summary>
    internal string RunName => Role switch
    {
        MethodRole.Fallback => $"the fallback of step '{StepId}'",
        MethodRole.Compensate => $"the compensation of step '{StepId}'",
        _ => $"step '{StepId}'",
    };

    /// <summary>The method of <paramref name="step"/>.</summary>
    public static CodePlace Of(StepModel step, MethodRole role) => new(step.Id, role, step.NameOf(role));
}
