namespace PlanDsl.Benchmarks;

/// <summary>Twelve steps, the first of which says when it began.</summary>
[Plan]
internal sealed partial class StartedPlan
{
    [Step] private static int First([Input] int value) => StartRow.Begin(value);

    [Step] private static Task<int> Second(int first) => Step.YieldAsync(first);

    [Step] private static int Third(int first) => Step.NoOp(first);

    [Step] private static int Fourth(int first) => Step.NoOp(first);

    [Step] private static int Fifth(int second, int third) => Step.NoOp(second + third);

    [Step] private static int Sixth(int second, int fourth) => Step.NoOp(second + fourth);

    [Step] private static int Seventh(int fifth) => Step.NoOp(fifth);

    [Step] private static int Eighth(int fifth, int sixth) => Step.NoOp(fifth + sixth);

    [Step] private static int Ninth(int sixth) => Step.NoOp(sixth);

    [Step] private static int Tenth(int seventh, int eighth) => Step.NoOp(seventh + eighth);

    [Step] private static int Eleventh(int eighth, int ninth) => Step.NoOp(eighth + ninth);

    [Step] private static int Twelfth(int tenth, int eleventh) => Step.NoOp(tenth + eleventh);
}
