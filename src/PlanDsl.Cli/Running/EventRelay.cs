using System.Threading.Channels;

namespace PlanDsl.Cli;

/// <summary>Takes the events of a run as fast as they come and hands them on as fast as they are read: a run that tells more than a
/// terminal can show loses nothing.</summary>
internal sealed class EventRelay : IObserver<PlanEvent>
{
    private readonly Channel<PlanEvent> _events = Channel.CreateUnbounded<PlanEvent>(new() { SingleReader = true, SingleWriter = true });

    /// <summary>The events, which end with the run.</summary>
    public ChannelReader<PlanEvent> Events => _events.Reader;

    public void OnNext(PlanEvent value) => _events.Writer.TryWrite(value);

    public void OnCompleted() => _events.Writer.TryComplete();

    public void OnError(Exception error) => _events.Writer.TryComplete(error);
}
