namespace PlanDsl.Benchmarks;

/// <summary>An observer that counts, and tells when it has seen the last event.</summary>
internal sealed class Observation : IObserver<PlanEvent>
{
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public int Count { get; private set; }

    /// <summary>Starts a run, and waits for it and for its last event.</summary>
    public static async Task OfAsync(Func<PlanOptions, PlanRun> start)
    {
        var observation = new Observation();
        await start(new() { Observer = observation }).Completion.ConfigureAwait(false);
        await observation._ended.Task.ConfigureAwait(false);
    }

    public void OnNext(PlanEvent value) => Count++;

    public void OnCompleted() => _ended.SetResult();

    public void OnError(Exception error) => _ended.SetException(error);
}
