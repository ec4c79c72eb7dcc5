namespace PlanDsl.Benchmarks;

/// <summary>The least that can be run.</summary>
[Plan]
internal sealed partial class OneCallPlan
{
    [Step] private static int Only([Input] int value) => Step.NoOp(value);
}
