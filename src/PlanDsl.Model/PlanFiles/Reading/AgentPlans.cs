namespace PlanDsl.Model;

/// <summary>Recognises the plans of agents that other tools write: every step says that it is an agent or parallel.</summary>
internal static class AgentPlans
{
    public static void Find(PlanScope scope, ObjectView plan)
    {
        var isAgentPlan = false;
        var hasDependencies = false;
        if (plan["steps"] is { } steps)
        {
            isAgentPlan = true;
            foreach (var step in steps.Items)
            {
                isAgentPlan &= step.Find("type") is { } type && (type.Says("agent") || type.Says("parallel"));
                if (!isAgentPlan)
                    break;
                hasDependencies |= step.Find("depends_on") is { Kind: JsonKind.Array } list && list.ItemAt(0) is not null;
            }

            isAgentPlan &= steps.ItemAt(0) is not null;
        }

        scope.IsAgentPlan = isAgentPlan;
        scope.NeedsStatus = isAgentPlan && !plan.IsGiven("plan_id") && !plan.IsGiven("$schema") && !plan.IsGiven("order");
        scope.Order = plan.Text("order") is { } order ? PolicyNames.Order[order]
            : isAgentPlan && !hasDependencies ? PlanOrder.Sequential : PlanOrder.Dag;
    }
}
