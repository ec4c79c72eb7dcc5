namespace PlanDsl.Benchmarks;

/// <summary>A plan that others run as a step.</summary>
[Plan]
internal sealed partial class OneStepPlan
{
    [Step] private static Task<int> Only([Input] int value) => Step.YieldAsync(value);
}
