using PlanDsl.Model;

namespace PlanDsl.Compiler;

/// <summary>Writes how an agent is asked.</summary>
internal static class AgentBodies
{
    private const string Property = "agent";

    public static MethodBody? Write(MethodLowering method, AgentBody agent, Duration? timeout)
    {
        var settings = new List<string>();
        if (agent.ActionId is { } action)
            settings.Add($"ActionId = {CSharpText.Quote(action)}");
        var prompt = agent.Prompt is { } text ? method.Writer.Text(text, TextPlace.Of(Property).Member("prompt")) : null;
        if (prompt is not null)
            settings.Add($"Prompt = {prompt}");
        var with = agent.With.IsEmpty ? null : method.Writer.Json(new ObjectValue(agent.With), TextPlace.Of(Property).Member("with"));
        if (with is not null)
            settings.Add($"With = {with}");
        if ((agent.Prompt is not null && prompt is null) || (!agent.With.IsEmpty && with is null))
            return null;

        var context = method.Parameters.Context();
        var made = $"new global::PlanDsl.StepAgent({CSharpText.Quote(agent.AgentId)})";
        if (settings.Count > 0)
            made += $" {{ {string.Join(", ", settings)} }}";
        return MethodBody.Task(
            timeout?.Value is { } bound
                ? $"global::PlanDsl.StepTimeout.WithinAsync({TimeTexts.Of(bound)}, {CSharpText.Quote(method.Place)}, {context}, {method.Parameters.BoundedTokenName} => {made}.RunAsync({context}, {method.Parameters.BoundedTokenName}))"
                : $"{made}.RunAsync({context})",
            CodeTypes.Json);
    }
}
