namespace Corpus.FanOutsAndLoops;

public sealed record Order(string Id, string? Note);

[Plan(MaxParallel = 8)]
[ParallelGroup("both")]
public partial class Summaries
{
    [Step] static async Task<List<Order>> FetchAsync([Input] IReadOnlyList<DateOnly> days, CancellationToken ct) { await Task.Yield(); return []; }

    [Step(MaxParallel = 4, Retries = 2, Timeout = "10s", Fallback = nameof(Unknown), Compensate = nameof(Forget))]
    static Task<string> SummarizeAsync([Each("fetch")] Order order, CancellationToken ct) => Task.FromResult(order.Id);
    static string Unknown([Each("fetch")] Order order) => order.Id;
    static void Forget(string summarize, [Each("fetch")] Order order, CancellationToken ct) { }

    [Step(OnFailure = FailurePolicy.Continue)] static int Count([Each("days")] DateOnly day, StepContext context) => context.ElementIndex ?? 0;
    [Step] static void Log([Each("summarize")] string summary) { }

    [Step(RepeatUntil = nameof(IsShort), MaxIterations = 3)] static string Shorten([Each("summarize")] string summary, [Previous] string? last) => (last ?? summary)[1..];
    static bool IsShort(string shorten, [Each("summarize")] string summary) => shorten.Length < summary.Length / 2;

    [Step(Group = "both")] static int Square([Each("days")] DateOnly day) => day.Day * day.Day;
    [Step(Group = "both", RepeatUntil = nameof(IsEven), MaxIterations = 2)] static int[] Other([Previous] int[]? last) => last ?? [];
    static bool IsEven(int[] other) => other.Length % 2 == 0;

    [Step] static int Sum(string[] summarize, int?[]? count, IReadOnlyList<string> shorten, int[][] both) => both.Length;
}
