using System.Text.Json;
using System.Text.Json.Nodes;

namespace PlanDsl.Generators.Tests;

/// <summary>Agents that answer what they were asked, unless they are to fail or have been told what to say.</summary>
internal sealed class EchoAgents : IAgentRunner
{
    public Task<JsonElement> RunAsync(AgentRequest request, CancellationToken cancellationToken)
    {
        if (request.AgentId == "fails")
            return Task.FromException<JsonElement>(new InvalidOperationException($"The agent is tired{(request.Prompt is null ? "" : $" of {request.Prompt}")}. {request.With}"));
        if (request.With is { ValueKind: JsonValueKind.Object } with && with.TryGetProperty("answer", out var answer))
            return Task.FromResult(answer.Clone());
        var said = new JsonObject
        {
            ["title"] = "Tides",
            ["agent"] = request.AgentId,
            ["action"] = request.ActionId,
            ["prompt"] = request.Prompt,
            ["with"] = request.With is { } given ? JsonNode.Parse(given.GetRawText()) : null,
            ["step"] = request.StepId,
            ["attempt"] = request.Attempt,
        };
        return Task.FromResult(JsonElement.Parse(said.ToJsonString()));
    }
}
