using PlanDsl.Model;

namespace PlanDsl.Cli;

/// <summary>The kinds of step, by the names that plan files have for them.</summary>
internal static class StepKind
{
    public static string Of(StepModel step) => step switch
    {
        { Parallel: not null } => "parallel",
        { SubPlan: not null } => "plan",
        { Signal: not null } => "wait",
        { Body: AgentBody } => "agent",
        { Body: CallBody } => "call",
        _ => "command",
    };
}
