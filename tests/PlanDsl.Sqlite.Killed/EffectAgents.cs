using System.Text.Json;

namespace PlanDsl.Tests;

/// <summary>The agents of interpreted plans, whose actions are called as their handlers are.</summary>
internal sealed class EffectAgents(KilledBodies bodies) : IAgentRunner
{
    public Task<JsonElement> RunAsync(AgentRequest request, CancellationToken cancellationToken)
    {
        var with = request.With ?? throw new ArgumentException("An agent is given what it is to return.", nameof(request));
        return request.ActionId switch
        {
            "work" => bodies.WorkAsync(request, EffectHandlers.ValueOf(with), EffectHandlers.RoleOf(with)),
            "flaky" => bodies.FlakyAsync(request, fails: 1, EffectHandlers.ValueOf(with)),
            "fail" => bodies.FailAsync<JsonElement>(request),
            var other => throw new ArgumentException($"No agent knows how to '{other}'.", nameof(request)),
        };
    }
}
