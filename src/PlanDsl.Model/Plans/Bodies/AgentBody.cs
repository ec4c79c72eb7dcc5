namespace PlanDsl.Model;

/// <summary>Asks an agent.</summary>
/// <param name="AgentId">The id of the agent.</param>
public sealed record AgentBody(string AgentId) : StepBody
{
    /// <summary>Which of its actions it is to take; <see langword="null"/> where nothing is said.</summary>
    public string? ActionId { get; init; }

    /// <summary>What it is told; <see langword="null"/> for nothing.</summary>
    public Template? Prompt { get; init; }

    /// <summary>What it is given.</summary>
    public EquatableArray<NamedValue> With { get; init; }
}
