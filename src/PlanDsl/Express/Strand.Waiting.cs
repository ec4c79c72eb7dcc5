using System.Diagnostics.CodeAnalysis;

namespace PlanDsl;

/// <content>Waiting for a body: the code that has called it returns, and is called again once the body has returned.</content>
public sealed partial class Strand : IThreadPoolWorkItem
{
    private Action? _onReturned;
    private Task? _body;

    /// <summary>Whether there is a body that <see cref="GetResult{T}"/> can ask; <see langword="false"/> if the last one had its result
    /// at hand.</summary>
    public bool HasWaited => _body is not null;

    /// <summary>Notes what the body of a step returned.</summary>
    /// <param name="body">What it returned.</param>
    /// <returns>Whether the body has yet to return, so that the strand is to return too, and goes on with the next place once it
    /// has.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="body"/> is null.</exception>
    public bool Awaits(Task body)
    {
        ArgumentNullException.ThrowIfNull(body);
        _body = body;
        return IsWaiting = !body.IsCompleted;
    }

    /// <inheritdoc cref="Awaits(Task)"/>
    public bool Awaits(ValueTask body)
    {
        if (!body.IsCompleted)
            return Awaits(body.AsTask());
        _body = null;
        body.GetAwaiter().GetResult();
        return false;
    }

    /// <inheritdoc cref="Awaits(Task)"/>
    /// <typeparam name="T">The type of the result.</typeparam>
    /// <param name="body">What it returned.</param>
    /// <param name="result">The result, if the body has returned.</param>
    public bool Awaits<T>(ValueTask<T> body, [MaybeNullWhen(true)] out T result)
    {
        result = default;
        if (!body.IsCompleted)
        {
            // It may return between the two looks.
            var task = body.AsTask();
            if (Awaits(task))
                return true;
            body = new(task);
        }

        _body = null;
        result = body.GetAwaiter().GetResult();
        return false;
    }

    /// <summary>Ends the wait for the last body: if that failed, as it did.</summary>
    public void GetResult() => _body?.GetAwaiter().GetResult();

    /// <summary>Ends the wait for the last body, one that returned a task with a result.</summary>
    /// <typeparam name="T">The type of the result.</typeparam>
    /// <returns>The result.</returns>
    public T GetResult<T>() => ((Task<T>)_body!).GetAwaiter().GetResult();

    /// <summary>Whether the code of the strand has returned because a body has yet to return.</summary>
    internal bool IsWaiting { get; private set; }

    void IThreadPoolWorkItem.Execute() => _owner.Resume(this);

    /// <summary>Has the run go on when the body has returned, which may be before this returns.</summary>
    internal void Await() => _body!.ConfigureAwait(false).GetAwaiter().UnsafeOnCompleted(_onReturned ??= OnReturned);

    // Where the body has returned, unless that is inside another one, which may be waiting for what follows.
    private void OnReturned()
    {
        if (!WorkerThread.IsOccupied)
            _owner.Resume(this);
        else if (WorkerThread.Queue is { } queue)
            queue.Enqueue(this);
        else
            ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
    }
}
