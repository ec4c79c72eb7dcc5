using System.Threading.Channels;

namespace PlanDsl;

/// <summary>Between the engine and one observer: the engine never waits for it, and the observer is called from the thread
/// pool, one event at a time. An observer that throws is not called again.</summary>
/// <param name="observer">The observer.</param>
/// <param name="backlog">What it is told first, beside the queue and its bound.</param>
internal sealed class EventQueue(IObserver<PlanEvent> observer, IEnumerable<PlanEvent> backlog) : IDisposable
{
    private const int Capacity = 65_536;

    private readonly Channel<PlanEvent> _channel = Channel.CreateUnbounded<PlanEvent>(new() { SingleReader = true, SingleWriter = true });

    private volatile bool _isDisposed;
    private int _counted;
    private InvalidOperationException? _overflow;

    /// <summary>Begins to call the observer, in the execution context of the caller.</summary>
    public void Start() => _ = Task.Run(DrainAsync);

    /// <summary>Adds an event; <see langword="false"/> if there is no room for it, which ends this queue.</summary>
    public bool TryEnqueue(PlanEvent happened)
    {
        if (Counts(happened) && Interlocked.Increment(ref _counted) > Capacity && !_isDisposed)
        {
            _overflow = new($"The observer has let its queue of {Capacity} events overflow.");
            _channel.Writer.TryComplete(_overflow);
            return false;
        }

        return _channel.Writer.TryWrite(happened);
    }

    public void Complete() => _channel.Writer.TryComplete();

    public void Dispose()
    {
        _isDisposed = true;
        _channel.Writer.TryComplete();
    }

    // A failure may end a hundred thousand steps at a stroke. No observer could keep up with that, and the plan bounds it.
    private static bool Counts(PlanEvent happened) => happened is not (StepSkippedEvent or StepCancelledEvent { Attempt: 0 });

    private async Task DrainAsync()
    {
        try
        {
            foreach (var happened in backlog)
                Deliver(happened);
            await foreach (var happened in _channel.Reader.ReadAllAsync().ConfigureAwait(false))
            {
                if (Counts(happened))
                    Interlocked.Decrement(ref _counted);
                Deliver(happened);
            }

            if (!_isDisposed)
                observer.OnCompleted();
        }
        catch (Exception exception) when (ReferenceEquals(exception, _overflow))
        {
            ReportOverflow();
        }
        catch (Exception)
        {
            // What an observer throws harms nobody; it is merely not called any more.
            Dispose();
        }
    }

    private void Deliver(PlanEvent happened)
    {
        if (!_isDisposed)
            observer.OnNext(happened);
    }

    private void ReportOverflow()
    {
        try
        {
            if (!_isDisposed)
                observer.OnError(_overflow!);
        }
        catch (Exception)
        {
            Dispose();
        }
    }
}
