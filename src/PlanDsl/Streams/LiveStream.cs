using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Threading.Channels;

namespace PlanDsl;

/// <summary>A stream between two steps of one run that execute together: what one produces, the other reads at once. Made by
/// generated code, one for each run. One step feeds it, and another reads it, once; the two may do so on different threads.</summary>
/// <typeparam name="T">The type of the elements.</typeparam>
[EditorBrowsable(EditorBrowsableState.Advanced)]
[SuppressMessage("Design", "CA1001", Justification = "A source of cancellation without a timer holds nothing that has to be disposed of.")]
public sealed partial class LiveStream<T> : ILiveEdge
{
    // One element lies here while the reader is at work on the one before; the producer waits with the next.
    private readonly Channel<T> _elements = Channel.CreateBounded<T>(new BoundedChannelOptions(1) { SingleReader = true, SingleWriter = true });
    private readonly CancellationTokenSource _noReader = new();
    private int _isRead;

    /// <summary>What the step that reads the stream binds. It can be gone through once; that throws what the producer has failed
    /// with, if it has.</summary>
    /// <param name="context">The attempt that reads.</param>
    /// <exception cref="InvalidOperationException">The step is not declared to read a stream live.</exception>
    public IAsyncEnumerable<T> Read(StepContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        context.ReadFrom(this);
        return ReadAsync(context);
    }

    /// <summary>As <see cref="Read"/>; <see langword="null"/> if the step that produces the stream was never started.</summary>
    /// <param name="context">The attempt that reads.</param>
    /// <exception cref="InvalidOperationException">The step is not declared to read a stream live.</exception>
    public IAsyncEnumerable<T>? ReadIfProduced(StepContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return context.ReadFrom(this) ? ReadAsync(context) : null;
    }

    void ILiveEdge.EndFeeding(Exception? failure) => _elements.Writer.TryComplete(failure);

    void ILiveEdge.EndReading()
    {
        _elements.Writer.TryComplete();

        // The callbacks are others' code, and run elsewhere.
        _ = _noReader.CancelAsync();
    }

    private async IAsyncEnumerable<T> ReadAsync(StepContext context, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        if (Interlocked.Exchange(ref _isRead, 1) != 0)
            throw new InvalidOperationException($"Step '{context.StepPath}' reads a stream live, which can be done once.");
        context.NoteStreamed();
        using var either = CancellationTokenSource.CreateLinkedTokenSource(context.CancellationToken, cancellationToken);
        try
        {
            while (await WaitToReadAsync(context, either.Token).ConfigureAwait(false))
            {
                while (_elements.Reader.TryRead(out var element))
                    yield return element;
            }
        }
        finally
        {
            context.LeaveStream();
        }
    }

    private async ValueTask<bool> WaitToReadAsync(StepContext context, CancellationToken cancellationToken)
    {
        try
        {
            return await _elements.Reader.WaitToReadAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (Exception) when (context.IsOver)
        {
            // The failure of the producer has put an end to this step as well, and that is what it is to hear.
            await new TaskCompletionSource().Task.WaitAsync(context.CancellationToken).ConfigureAwait(false);
            throw;
        }
    }
}
