namespace PlanDsl.Benchmarks;

/// <summary>Steps that return at once: the steps of a plan are as many call sites, where a loop has one.</summary>
internal static class SynchronousFloors
{
    // What a fan-out is held to against a loop, less what call sites cost by hand: 1.5 of 1.94.
    private const double MostOfCalls = 0.8;

    public static IEnumerable<Floor> All { get; } =
    [
        new(FanOutDuels.All.First(), "as straight-line calls", static () => Run(new FanOutLine())) { Most = MostOfCalls },
        new(FanOutDuels.All.First(), "as straight-line calls without a look at the token", static () => Run(new FanOutBareLine())),
    ];

    private static Task Run(FanOutLine line)
    {
        line.Run(Caller.Value, Caller.Token);
        return Task.CompletedTask;
    }

    private static Task Run(FanOutBareLine line)
    {
        line.Run(Caller.Value, Caller.Token);
        return Task.CompletedTask;
    }
}
