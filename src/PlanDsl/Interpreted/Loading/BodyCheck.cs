using PlanDsl.Model;

namespace PlanDsl;

/// <summary>Finds steps that ask for what nobody does.</summary>
internal sealed class BodyCheck(InterpretedPlanOptions options)
{
    public IEnumerable<Finding> Check(PlanModel plan)
    {
        for (var step = 0; step < plan.Steps.Count; step++)
        {
            var declared = plan.Steps[step];
            foreach (var (body, property) in new[] { (declared.Body, ""), (declared.Fallback?.Body, PropertyNames.Fallback), (declared.Compensate?.Body, PropertyNames.Compensate) })
            {
                if (FaultOf(body) is { } fault)
                    yield return new(RuleIds.StepBodyNotFound, Anchor.Step(step).At(property.Length > 0 ? property : NameOf(body!)), [declared.Id, fault.What, fault.Remedy]);
            }
        }
    }

    private static string NameOf(StepBody body) => body is AgentBody ? "agent" : "call";

    private (string What, string Remedy)? FaultOf(StepBody? body)
    {
        switch (body)
        {
            case CallBody call when options.Handlers.Find(call.Name) is null:
                var nearest = new Nearest(options.Handlers.Names).To(call.Name);
                return ($"calls '{call.Name}', and no handler has that name", nearest is null ? "register one in StepHandlers, or compile the plan with a class that has the method" : $"did you mean '{nearest}'?");
            case AgentBody agent when options.Agents is null:
                return ($"asks agent '{agent.AgentId}', and nobody runs agents", "set InterpretedPlanOptions.Agents, or use --agent-command with the tool");
            default:
                return null;
        }
    }
}
