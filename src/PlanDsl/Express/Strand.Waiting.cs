using System.Runtime.CompilerServices;

namespace PlanDsl;

/// <content>Waiting for a body, and for the strand as a whole, which is one that waits where it has several steps.</content>
public sealed partial class Strand : IThreadPoolWorkItem
{
    private Action? _onReturned;
    private Action? _onBodyReturned;
    private Action? _goOn;
    private Task? _body;
    private ConfiguredValueTaskAwaitable.ConfiguredValueTaskAwaiter _awaiter;

    /// <summary>Waits for the body of a step.</summary>
    /// <param name="body">What the body returned.</param>
    /// <exception cref="ArgumentNullException"><paramref name="body"/> is null.</exception>
    public StrandAwaiter Until(Task body)
    {
        ArgumentNullException.ThrowIfNull(body);
        _body = body;
        return new(this);
    }

    /// <inheritdoc cref="Until(Task)"/>
    public StrandAwaiter Until(ValueTask body) => Until(body.AsTask());

    /// <inheritdoc cref="Until(Task)"/>
    /// <typeparam name="T">The type of the result.</typeparam>
    public StrandAwaiter<T> Until<T>(Task<T> body)
    {
        ArgumentNullException.ThrowIfNull(body);
        _body = body;
        return new(this);
    }

    /// <inheritdoc cref="Until{T}(Task{T})"/>
    public StrandValueAwaiter<T> Until<T>(ValueTask<T> body) => new(this, body);

    /// <summary>What the body returned for which the strand waits.</summary>
    internal Task Body => _body!;

    void IThreadPoolWorkItem.Execute() => Proceed();

    /// <summary>Has the run go on when the strand has returned.</summary>
    internal void Await(in ValueTask strand)
    {
        // Through a copy: by the time the call returns, the strand may have too, and this object may be in other use.
        var awaiter = strand.ConfigureAwait(false).GetAwaiter();
        _awaiter = awaiter;
        awaiter.UnsafeOnCompleted(_onReturned ??= OnReturned);
    }

    /// <summary>Notes how the strand goes on; what to call for that when the body has returned.</summary>
    internal Action OnBodyReturned(Action goOn)
    {
        _goOn = goOn;
        return _onBodyReturned ??= ProceedBelow;
    }

    // Where the body has returned, unless that is inside another one, which may be waiting for what follows.
    private void ProceedBelow()
    {
        if (!WorkerThread.IsOccupied)
            Proceed();
        else if (WorkerThread.Queue is { } queue)
            queue.Enqueue(this);
        else
            ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
    }

    private void Proceed()
    {
        if (_owner.Context is null)
        {
            ProceedInShift();
            return;
        }

        // The method itself brings back the context in which it waited, and this thread's when it waits again or has returned.
        _thread = Thread.CurrentThread;
        if (WorkerThread.EndsHere(this, _goOn!))
            _owner.Resume(this);
    }

    // It brings back nothing where the flow of the context was suppressed.
    private void ProceedInShift()
    {
        bool hasEnded;
        using (WorkerThread.BeginShift())
        {
            _thread = Thread.CurrentThread;
            hasEnded = WorkerThread.EndsHere(this, _goOn!);
        }

        if (hasEnded)
            _owner.Resume(this);
    }

    private void OnReturned()
    {
        try
        {
            _awaiter.GetResult();
            Failure = null;
        }
        catch (Exception exception)
        {
            Failure = exception;
        }

        _awaiter = default;

        // Not on top of the last step of the strand: whoever has it go on is told.
        if (!WorkerThread.TryNoteEnd(this))
            _owner.Resume(this);
    }
}
