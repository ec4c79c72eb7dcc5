namespace PlanDsl.Benchmarks;

/// <summary>A plan of the usual size.</summary>
internal static class QuoteDuel
{
    private static readonly QuotePlan Plan = new();

    /// <summary>A run that nobody observes.</summary>
    public static Func<Task> Run { get; } = static () => Plan.RunAsync(Caller.Value, Caller.Token);

    /// <summary>A run that somebody does.</summary>
    public static Func<Task> Observed { get; } = static () => Observation.OfAsync(static options => Plan.Start(Caller.Value, options, Caller.Token));

    /// <summary>A run by <c>Start</c>.</summary>
    public static Task StartAsync() => Plan.Start(Caller.Value, null, Caller.Token).Completion;

    public static IEnumerable<Duel> All { get; } =
    [
        new("realistic plan, 12 steps", "by hand with Polly", Run, static () => QuoteByHand.RunAsync<FetchingWithPolly>(Caller.Value, Caller.Token)) { MostTime = 1, MostBytes = 1 },
    ];

    /// <summary>The same by hand without a library.</summary>
    public static IEnumerable<Floor> Floors { get; } =
    [
        new(All.Single(), "a timer and a loop, without Polly", static () => QuoteByHand.RunAsync<FetchingByHand>(Caller.Value, Caller.Token)),
    ];
}
