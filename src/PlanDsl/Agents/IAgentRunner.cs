using System.Text.Json;

namespace PlanDsl;

/// <summary>Runs the agent steps of plans. It is called by any number of steps and runs at once.</summary>
public interface IAgentRunner
{
    /// <summary>Lets an agent act.</summary>
    /// <param name="request">What is asked of which agent.</param>
    /// <param name="cancellationToken">The token of the attempt: cancelled when its time is up, and when the run is cancelled.</param>
    /// <returns>The result of the step: one JSON value, which must not depend on a document that is disposed of.</returns>
    Task<JsonElement> RunAsync(AgentRequest request, CancellationToken cancellationToken);
}
