using PlanDsl.Model;

namespace PlanDsl.Compiler;

/// <summary>Writes what a step, its fallback or its compensation does.</summary>
internal static class Bodies
{
    /// <summary>What is done; <see langword="null"/> where it cannot be written, which is told.</summary>
    public static MethodBody? Write(MethodLowering method, StepBody? body, SubPlanModel? subPlan, Duration? timeout) => body switch
    {
        CommandBody command => CommandBodies.Write(method, command),
        CallBody call => CallBodies.Write(method, call),
        AgentBody agent => AgentBodies.Write(method, agent, timeout),
        _ when subPlan is not null => SubPlanBodies.Write(method, subPlan),
        _ => null,
    };
}
