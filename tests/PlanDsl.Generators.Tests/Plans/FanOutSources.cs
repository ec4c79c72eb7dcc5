namespace PlanDsl.Generators.Tests;

/// <summary>Plans with fan-outs and loops that several tests use.</summary>
internal static class FanOutSources
{
    /// <summary>Fan-outs and loops, within each other, in a group, tolerated, and with methods that their options name.</summary>
    public const string Everything = """
        namespace Shop;

        [Plan]
        [ParallelGroup("pair", Strategy = ParallelStrategy.BestEffort)]
        public partial class P
        {
            [Step] private Task<List<string?>> Names(CancellationToken ct) => Task.FromResult<List<string?>>(["a", null]);

            [Step(MaxParallel = 4, Fallback = nameof(Zero), Compensate = nameof(Undo))]
            private async Task<int> Measure([Each("names")] string? name, CancellationToken ct) { await Task.Yield(); return name?.Length ?? 0; }
            private static int Zero([Each("names")] string? name) => 0;
            private void Undo(int measure, [Each("names")] string? name) { }

            [Step(OnFailure = FailurePolicy.Continue)] private static long Half([Each("numbers")] long number, [Input] int[] numbers) => number / 2;
            [Step] private static void Log([Each("measure")] int size) { }

            [Step(RepeatUntil = nameof(IsShort), MaxIterations = 3)]
            private static int Shrink([Each("numbers")] int number, [Previous] int? last) => (last ?? number) / 2;
            private static bool IsShort(int shrink) => shrink < 10;

            [Step(RepeatUntil = nameof(IsEnough), MaxIterations = 5, OnExhausted = OnExhausted.UseLast, OnFailure = FailurePolicy.Continue, Fallback = nameof(One))]
            private static int Improve([Previous] int? last, StepContext context) => (last ?? 0) + context.Iteration;
            private static bool IsEnough(int improve) => improve > 5;
            private static int One() => 1;

            [Step(RepeatUntil = nameof(IsLong), MaxIterations = 2)] private static string Grow([Previous] string? last) => last + "x";
            private bool IsLong(string grow, [Input] int[] numbers) => grow.Length > numbers.Length;

            [Step(Group = "pair")] private static int Square([Each("numbers")] int number) => number * number;
            [Step(Group = "pair", RepeatUntil = nameof(IsFull), MaxIterations = 2)] private static int[] Fill([Previous] int[]? last) => [1, .. last ?? []];
            private static bool IsFull(int[] fill) => fill.Length > 1;

            [Step] private static int Sum(int[] measure, long?[]? half, int[] shrink, int? improve, string grow, int[]?[] pair, int[]? square) => 1;
        }
        """;
}
