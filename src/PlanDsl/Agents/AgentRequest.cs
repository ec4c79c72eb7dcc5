using System.Text.Json;

namespace PlanDsl;

/// <summary>What a step asks of an agent. Immutable.</summary>
public sealed record AgentRequest
{
    /// <summary>The id of the run.</summary>
    public required string RunId { get; init; }

    /// <summary>The path of the step in its run; for a step of the plan itself, its id.</summary>
    public required string StepId { get; init; }

    /// <summary>Names this attempt of the step in this run.</summary>
    public required string ExecId { get; init; }

    /// <summary>Names the step in this run, the same for every attempt: with it an agent recognises what it has been asked before.</summary>
    public required string IdempotencyKey { get; init; }

    /// <summary>The number of the attempt, from 1.</summary>
    public int Attempt { get; init; } = 1;

    /// <summary>The agent, as the plan names it.</summary>
    public required string AgentId { get; init; }

    /// <summary>What it is to do, as the plan names it; <see langword="null"/> where the plan does not say.</summary>
    public string? ActionId { get; init; }

    /// <summary>What it is told, with values inserted; <see langword="null"/> where the plan does not say.</summary>
    public string? Prompt { get; init; }

    /// <summary>What it is given: a JSON object, or <see langword="null"/> where the plan gives nothing.</summary>
    public JsonElement? With { get; init; }

    /// <summary>Where an agent that is a process is entered while it runs; <see langword="null"/> for nowhere.</summary>
    internal ProcessLog? Processes { get; init; }

    /// <summary>Writes the request as one JSON object: <c>run_id</c>, <c>step_id</c>, <c>exec_id</c>, <c>idempotency_key</c>, <c>attempt</c>,
    /// <c>agent_id</c>, <c>action_id</c>, <c>prompt</c> and <c>with</c>, in this order; <c>null</c> for what is not given.</summary>
    /// <param name="writer">What it is written to, and not flushed.</param>
    /// <exception cref="ArgumentNullException">The writer is null.</exception>
    public void WriteTo(Utf8JsonWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteStartObject();
        writer.WriteString("run_id", RunId);
        writer.WriteString("step_id", StepId);
        writer.WriteString("exec_id", ExecId);
        writer.WriteString("idempotency_key", IdempotencyKey);
        writer.WriteNumber("attempt", Attempt);
        writer.WriteString("agent_id", AgentId);
        writer.WriteString("action_id", ActionId);
        writer.WriteString("prompt", Prompt);
        writer.WritePropertyName("with");
        JsonValues.WriteTo(writer, With ?? default);
        writer.WriteEndObject();
    }
}
