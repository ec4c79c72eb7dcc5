using PlanDsl.Model;

namespace PlanDsl.Cli;

/// <summary>What a step does, in a few words.</summary>
internal static class StepLabel
{
    /// <summary>Such as <c>git fetch origin</c>, or the name of what is called; empty where nothing is to be said.</summary>
    public static string Of(StepModel step) => step switch
    {
        { Parallel: { } group } => StrategyOf(group),
        { SubPlan: { } plan } => plan.Id,
        { Signal: { } signal } => signal.Name,
        { Body: AgentBody { ActionId: { } action } agent } => $"{agent.AgentId} {action}",
        { Body: AgentBody agent } => agent.AgentId,
        { Body: CallBody call } => call.Name,
        { Body: CommandBody command } => string.Join(' ', command.Args.Select(TextOf).Prepend(TextOf(command.Command))).ReplaceLineEndings(" "),
        _ => "",
    };

    private static string StrategyOf(ParallelModel group) => group switch
    {
        { EffectiveStrategy: ParallelStrategy.Threshold, Threshold: { } threshold } => $"{threshold} of them",
        { EffectiveStrategy: ParallelStrategy.FailFast } => "all, fail fast",
        { EffectiveStrategy: ParallelStrategy.Any } => "any of them",
        { EffectiveStrategy: ParallelStrategy.BestEffort } => "best effort",
        _ => "all of them",
    };

    private static string TextOf(Template template) => string.Concat(template.Parts.Select(static part => part.Kind switch
    {
        TemplatePartKind.Text => part.Text,
        TemplatePartKind.Variable => $"${{{part.Text}}}",
        _ => $"{{{{ {part.Expression} }}}}",
    }));
}
