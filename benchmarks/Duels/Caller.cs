namespace PlanDsl.Benchmarks;

/// <summary>What every workload is given: a token that is alive, so that looking at it costs what it costs.</summary>
internal static class Caller
{
    private static readonly CancellationTokenSource Source = new();

    public const int Value = 1;

    // Not asked of its source each time, which would cost those that keep no copy of it.
    public static CancellationToken Token { get; } = Source.Token;
}
