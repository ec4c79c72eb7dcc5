namespace PlanDsl;

/// <content>The reader's side, where it observes.</content>
public sealed partial class LiveStream<T>
{
    /// <summary>What the step that observes the stream binds. It can be subscribed to once; the observer is called on threads of the
    /// pool, one element at a time, and told what the producer has failed with, if it has.</summary>
    /// <param name="context">The attempt that observes.</param>
    /// <exception cref="InvalidOperationException">The step is not declared to read a stream live.</exception>
    public IObservable<T> Observe(StepContext context) => new Elements(Read(context));

    /// <summary>As <see cref="Observe"/>; <see langword="null"/> if the step that produces the stream was never started.</summary>
    /// <param name="context">The attempt that observes.</param>
    /// <exception cref="InvalidOperationException">The step is not declared to read a stream live.</exception>
    public IObservable<T>? ObserveIfProduced(StepContext context) => ReadIfProduced(context) is { } elements ? new Elements(elements) : null;

    private sealed class Elements(IAsyncEnumerable<T> elements) : IObservable<T>
    {
        public IDisposable Subscribe(IObserver<T> observer)
        {
            ArgumentNullException.ThrowIfNull(observer);
            var subscription = new ElementPump<T>(elements, observer);
            subscription.Start();
            return subscription;
        }
    }
}
