namespace PlanDsl.Benchmarks;

/// <summary>A plan of the usual size.</summary>
internal static class QuoteDuel
{
    private static readonly QuotePlan Plan = new();

    public static IEnumerable<Duel> All { get; } =
    [
        new("realistic plan, 12 steps", "by hand with Polly", () => Plan.RunAsync(Caller.Value, Caller.Token), () => QuoteByHand.RunAsync(Caller.Value, Caller.Token)) { MostTime = 1, MostBytes = 1 },
    ];
}
