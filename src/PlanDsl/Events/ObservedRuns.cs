namespace PlanDsl;

/// <summary>Runs as a cold observable. Not made by <c>Observable.Create</c>, which subscribes inside the trampoline of the
/// current thread: whatever bodies scheduled there, up to their first await, would wait until they have all returned.</summary>
/// <param name="start">Starts a run with these options under this token.</param>
internal sealed class ObservedRuns(Func<PlanOptions, CancellationToken, PlanRun> start) : IObservable<PlanEvent>
{
    public IDisposable Subscribe(IObserver<PlanEvent> observer)
    {
        ArgumentNullException.ThrowIfNull(observer);
        var run = new ObservedRun(observer);
        try
        {
            start(new PlanOptions { Observer = run }, run.Token);
        }
        catch (Exception exception)
        {
            run.OnError(exception);
        }

        return run;
    }
}
