namespace PlanDsl.Model;

/// <summary>What one kind of step does, read from its properties.</summary>
/// <param name="Body">The body; <see langword="null"/> for a sub-plan, a wait and a group.</param>
/// <param name="SubPlan">The plan that is run.</param>
/// <param name="Signal">The signal that is waited for.</param>
/// <param name="Timeout">How long it may take, where that stands with the kind.</param>
/// <param name="ResultKey">The result_key, where that stands with the kind.</param>
internal readonly record struct KindOfStep(StepBody? Body = null, SubPlanModel? SubPlan = null, SignalModel? Signal = null, Duration? Timeout = null, JsonNode? ResultKey = null);
