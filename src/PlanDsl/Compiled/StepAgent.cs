using System.ComponentModel;
using System.Text.Json;

namespace PlanDsl;

/// <summary>An agent that a step of a compiled plan file asks. Immutable. For generated code.</summary>
/// <param name="agentId">The id of the agent.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class StepAgent(string agentId)
{
    /// <summary>Which of its actions it is to take; <see langword="null"/>, the default, where the plan does not say.</summary>
    public string? ActionId { get; init; }

    /// <summary>What it is told; <see langword="null"/>, the default, for nothing.</summary>
    public string? Prompt { get; init; }

    /// <summary>What it is given; <see langword="null"/>, the default, for nothing.</summary>
    public JsonElement? With { get; init; }

    /// <summary>Asks it.</summary>
    /// <param name="context">The attempt.</param>
    /// <returns>What it answers.</returns>
    public Task<JsonElement> RunAsync(StepContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return RunAsync(context, context.CancellationToken);
    }

    /// <summary>Asks it under another token than that of the attempt.</summary>
    /// <param name="context">The attempt.</param>
    /// <param name="cancellationToken">Cancels the question.</param>
    /// <returns>What it answers.</returns>
    public Task<JsonElement> RunAsync(StepContext context, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        var agents = context.Run.Agents
            ?? throw new NotFoundException($"Step '{context.StepPath}' asks agent '{agentId}', and nobody runs agents; set PlanOptions.Agents.");
        return agents.RunAsync(RequestOf(context), cancellationToken);
    }

    private AgentRequest RequestOf(StepContext context) => new()
    {
        Processes = context.Run.Folder?.Processes,
        RunId = context.RunId,
        StepId = context.StepPath,
        ExecId = context.ExecId,
        IdempotencyKey = context.IdempotencyKey,
        Attempt = context.Attempt,
        AgentId = agentId,
        ActionId = ActionId,
        Prompt = Prompt,
        With = With,
    };
}
