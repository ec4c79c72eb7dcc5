namespace PlanDsl.Benchmarks;

/// <summary>Two steps that wait at once, between one before them and one that binds both.</summary>
[Plan]
internal sealed partial class DiamondPlan
{
    [Step] private static int First([Input] int value) => Step.NoOp(value);

    [Step] private static Task<int> Left(int first) => Step.YieldAsync(first);

    [Step] private static Task<int> Right(int first) => Step.YieldAsync(first);

    [Step] private static int Last(int left, int right) => Step.NoOp(left + right);
}
