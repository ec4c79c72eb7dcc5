namespace PlanDsl.Benchmarks;

/// <summary>Steps that return at once: the steps of a plan are as many call sites, where a loop has one.</summary>
internal static class SynchronousFloor
{
    public static Floor OfFanOut { get; } = new(FanOutDuels.All.First(), "as straight-line calls", static () =>
    {
        new FanOutLine().Run(Caller.Value, Caller.Token);
        return Task.CompletedTask;
    });
}
