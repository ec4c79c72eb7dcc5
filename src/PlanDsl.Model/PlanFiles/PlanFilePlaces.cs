namespace PlanDsl.Model;

/// <summary>In which properties of a plan file the properties of plans and steps stand.</summary>
internal static class PlanFilePlaces
{
    public static TextSpan OfPlan(JsonNode root, Anchor anchor) =>
        (ValueInPlan(root, anchor.Property) ?? root.Find("plan_id") ?? root.Find("id"))?.Token ?? root.Token;

    /// <summary>The place of a part of a step.</summary>
    /// <param name="step">The step.</param>
    /// <param name="anchor">The part.</param>
    /// <param name="isAgentPlan">Whether <c>"max_concurrency": 0</c> says nothing.</param>
    public static TextSpan OfStep(JsonNode step, Anchor anchor, bool isAgentPlan)
    {
        if (anchor.Role is MethodRole.Fallback or MethodRole.Compensate && step.Find(anchor.Role.Property()) is { } substitute)
            step = substitute;
        var value = ValueInStep(step, anchor.Property, isAgentPlan);
        if (anchor.Item >= 0 && value?.ItemAt(anchor.Item) is { } item)
            value = item;
        return (value ?? IdOf(step))?.Token ?? step.Token;
    }

    /// <summary>What the property of a plan that <paramref name="anchor"/> names is called in its file, where it has more names than one.</summary>
    public static string? NameInPlan(JsonNode root, Anchor anchor) => NameOf(ValueInPlan(root, anchor.Property));

    /// <summary>The same for a property of a step.</summary>
    public static string? NameInStep(JsonNode step, Anchor anchor, bool isAgentPlan) => NameOf(ValueInStep(step, anchor.Property, isAgentPlan));

    private static JsonNode? ValueInPlan(JsonNode root, string? property) => property switch
    {
        PropertyNames.MaxParallel => root.Find("limits")?.Find("max_parallel") ?? root.Find("globals")?.Find("max_concurrency"),
        PropertyNames.Timeout => root.Find("limits")?.Find("timeout_sec"),
        PropertyNames.MaxDepth or PropertyNames.MaxSteps => root.Find("limits")?.Find(property),
        PropertyNames.DefaultTimeout => root.Find("globals")?.Find("default_timeout_sec"),
        _ => null,
    };

    private static JsonNode? ValueInStep(JsonNode step, string? property, bool isAgentPlan) => property switch
    {
        null or PropertyNames.Id => null,
        PropertyNames.Signal => step.Find("wait")?.Find("signal"),
        PropertyNames.Strategy => step.Find("parallel")?.Find("strategy") ?? step.Find("parallel")?.Find("merge_strategy"),
        PropertyNames.Threshold => step.Find("parallel")?.Find("threshold"),
        PropertyNames.MaxParallel => SetBy(step.Find("parallel")?.Find("max_concurrency"), isAgentPlan) ?? step.Find("parallel")?.Find("max_parallel") ?? step.Find("max_parallel"),
        PropertyNames.Timeout => step.Find("timeout_sec") ?? step.Find("timeout_ms") ?? step.Find("agent")?.Find("timeout_ms") ?? step.Find("wait")?.Find("timeout_sec"),
        PropertyNames.ResultKey => step.Find("result_key") ?? step.Find("agent")?.Find("result_key") ?? step.Find("parallel")?.Find("result_key"),
        PropertyNames.DefaultNextStep or PropertyNames.FailureBranchIds => step.Find("transitions")?.Find(property),
        _ => step.Find(Wording.PlanFile[property]),
    };

    private static JsonNode? SetBy(JsonNode? bound, bool isAgentPlan) => isAgentPlan && bound?.Number == 0 ? null : bound;

    // The name of a property is the node before its value.
    private static string? NameOf(JsonNode? value) => value is { } node ? new JsonNode(node.Tree, node.Index - 1).Value : null;

    // A child may have no id: it is shown by what it does.
    private static JsonNode? IdOf(JsonNode step) => step.Find("id") ?? step.Find("agent_id");
}
