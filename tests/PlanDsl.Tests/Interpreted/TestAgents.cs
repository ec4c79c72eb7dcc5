using System.Collections.Concurrent;
using System.Text.Json;

namespace PlanDsl.Tests;

/// <summary>Agents that return an object whose title is their own id.</summary>
internal sealed class TestAgents : IAgentRunner
{
    private readonly ConcurrentQueue<AgentRequest> _requests = new();

    /// <summary>The agent that fails.</summary>
    public string? Failing { get; init; }

    public AgentRequest Of(string agentId) => _requests.Single(request => request.AgentId == agentId);

    public Task<JsonElement> RunAsync(AgentRequest request, CancellationToken cancellationToken)
    {
        _requests.Enqueue(request);
        return request.AgentId == Failing
            ? Task.FromException<JsonElement>(new InvalidOperationException("The agent is tired."))
            : Task.FromResult(JsonSerializer.SerializeToElement(new Dictionary<string, string> { ["title"] = request.AgentId }));
    }
}
