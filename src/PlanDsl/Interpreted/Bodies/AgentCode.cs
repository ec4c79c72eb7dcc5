using System.Text.Json;
using PlanDsl.Model;

namespace PlanDsl;

/// <summary>Asks an agent.</summary>
internal sealed class AgentCode(AgentBody agent, ValueCode? with, IAgentRunner? agents) : BodyCode
{
    public override ValueTask<JsonElement> RunAsync(CodePlace scope, RunValues run, StepContext? context, CancellationToken cancellationToken)
    {
        var values = new StepScope(run, scope, context);
        var request = new AgentRequest
        {
            RunId = context!.RunId,
            StepId = context.StepPath,
            ExecId = context.ExecId,
            IdempotencyKey = context.IdempotencyKey,
            Attempt = context.Attempt,
            AgentId = agent.AgentId,
            ActionId = agent.ActionId,
            Prompt = agent.Prompt is { } prompt ? values.TextOf(prompt, "prompt") : null,
            With = with?.Make(values),
            Processes = context.Run.Folder?.Processes,
        };
        return OrNullAsync(agents!.RunAsync(request, cancellationToken));
    }
}
