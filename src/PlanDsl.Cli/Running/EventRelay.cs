using System.Threading.Channels;

namespace PlanDsl.Cli;

/// <summary>Takes the events of a run as fast as they come and hands them on as fast as they are read: a run that tells more than a
/// terminal can show loses nothing.</summary>
/// <param name="waits">Hears of each first; <see langword="null"/> where nobody lets go of the run.</param>
internal sealed class EventRelay(SignalWaits? waits) : IObserver<PlanEvent>
{
    private readonly Channel<PlanEvent> _events = Channel.CreateUnbounded<PlanEvent>(new() { SingleReader = true, SingleWriter = true });

    /// <summary>The events, which end with the run.</summary>
    public ChannelReader<PlanEvent> Events => _events.Reader;

    public void OnNext(PlanEvent value)
    {
        waits?.Apply(value);
        _events.Writer.TryWrite(value);
    }

    public void OnCompleted()
    {
        waits?.End();
        _events.Writer.TryComplete();
    }

    public void OnError(Exception error)
    {
        waits?.End();
        _events.Writer.TryComplete(error);
    }
}
