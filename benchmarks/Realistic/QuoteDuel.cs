namespace PlanDsl.Benchmarks;

/// <summary>A plan of the usual size.</summary>
internal static class QuoteDuel
{
    private static readonly QuotePlan Plan = new();

    /// <summary>A run that nobody observes.</summary>
    public static Func<Task> Run { get; } = static () => Plan.RunAsync(Caller.Value, Caller.Token);

    public static IEnumerable<Duel> All { get; } =
    [
        new("realistic plan, 12 steps", "by hand with Polly", Run, () => QuoteByHand.RunAsync(Caller.Value, Caller.Token)) { MostTime = 1, MostBytes = 1 },
    ];
}
