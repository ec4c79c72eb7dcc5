namespace PlanDsl;

/// <summary>Observes an observable to its end and keeps what it brings.</summary>
internal sealed class Collector<T>(CancellationToken cancellationToken) : IObserver<T>, IDisposable
{
    private readonly TaskCompletionSource _end = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly List<T> _elements = [];
    private IDisposable? _subscription;
    private CancellationTokenRegistration _registration;

    /// <summary>Whether each element takes the place of the one before.</summary>
    public bool KeepsLastOnly { get; init; }

    public async Task<List<T>> CollectAsync(IObservable<T> stream)
    {
        _registration = cancellationToken.UnsafeRegister(
            static (collector, token) => ((Collector<T>)collector!)._end.TrySetCanceled(token), this);
        _subscription = stream.Subscribe(this);
        await _end.Task.ConfigureAwait(false);
        return _elements;
    }

    public void OnNext(T value)
    {
        if (_end.Task.IsCompleted)
            return;
        if (KeepsLastOnly)
            _elements.Clear();
        _elements.Add(value);
    }

    public void OnError(Exception error) => _end.TrySetException(error);

    public void OnCompleted() => _end.TrySetResult();

    public void Dispose()
    {
        _registration.Unregister();
        _subscription?.Dispose();
    }
}
