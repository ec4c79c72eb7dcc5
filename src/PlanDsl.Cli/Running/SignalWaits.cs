using System.Threading.Channels;

namespace PlanDsl.Cli;

/// <summary>The steps of a run that wait for signals, and what lets go of the run when it does nothing else. Thread-safe: events come one
/// at a time, and whoever lets go only looks whether somebody waits.</summary>
internal sealed class SignalWaits
{
    // How long it may take to see that what went on beside the waiting has come to rest, where no event tells of that.
    private static readonly TimeSpan Rest = TimeSpan.FromMilliseconds(500);

    private readonly Lock _gate = new();
    private readonly SortedDictionary<string, string> _signals = new(StringComparer.Ordinal);
    private readonly Channel<bool> _told = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    /// <summary>The steps that wait, by their paths, and the signals for which they do.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Signals
    {
        get
        {
            lock (_gate)
                return [.. _signals];
        }
    }

    /// <summary>Takes in what has happened.</summary>
    public void Apply(PlanEvent happened)
    {
        lock (_gate)
        {
            switch (happened)
            {
                case StepWaitingEvent { Signal: { } signal } waiting:
                    _signals[waiting.StepPath] = signal;
                    break;
                case StepEvent step:
                    _signals.Remove(step.StepPath);
                    break;
            }
        }

        _told.Writer.TryWrite(true);
    }

    /// <summary>Nothing happens any more.</summary>
    public void End() => _told.Writer.TryComplete();

    /// <summary>Lets go of a run once it does nothing but wait for signals, unless it ends before.</summary>
    public void LetGo(PlanRun run, TimeProvider time) => _ = LetGoAsync(run, time);

    private async Task LetGoAsync(PlanRun run, TimeProvider time)
    {
        try
        {
            Task<bool>? told = null;
            while (Signals.Count == 0 || !await run.TryLetGoAsync())
            {
                told ??= _told.Reader.WaitToReadAsync().AsTask();
                await Task.WhenAny(told, Signals.Count > 0 ? Task.Delay(Rest, time) : told);
                if (!told.IsCompleted)
                    continue;
                if (!await told)
                    return;
                _told.Reader.TryRead(out _);
                told = null;
            }
        }
        catch (JournalException)
        {
            // The run has ended by it, and says so.
        }
    }
}
