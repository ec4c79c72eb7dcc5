using System.Threading.Tasks.Sources;

namespace PlanDsl;

/// <summary>A body that has yet to return its result, and where that is to be kept. Used again by other steps once it is.</summary>
internal sealed class PendingResult<TState, T> : IValueTaskSource
{
    // What a run in which many wait at once leaves to the next: a large plan is not to hold memory for ever. Roughly: one may be taken, and
    // left again, while it is counted; and each thread may have as many that it took.
    private const int MostReturned = 1_024;

    // Those who begin bodies take from their own; those who end them, often on other threads, leave here what the others take over.
    [ThreadStatic]
    private static PendingResult<TState, T>? t_idle;
    private static PendingResult<TState, T>? s_returned;

    private readonly Action _onReturned;
    private PendingResult<TState, T>? _next;
    private Task<T>? _body;
    private TState _state = default!;
    private Action<TState, T>? _keep;
    private Action<object?>? _continuation;
    private object? _continuationState;
    private short _version;
    private int _place;

    private PendingResult() => _onReturned = OnReturned;

    public static ValueTask Of(Task<T> body, TState state, Action<TState, T> keep)
    {
        var pending = t_idle ?? Interlocked.Exchange(ref s_returned, null);
        t_idle = pending?._next;
        pending ??= new();
        pending._next = null;
        pending._body = body;
        pending._state = state;
        pending._keep = keep;
        return new(pending, pending._version);
    }

    public ValueTaskSourceStatus GetStatus(short token) => BodyOf(token).Status switch
    {
        TaskStatus.RanToCompletion => ValueTaskSourceStatus.Succeeded,
        TaskStatus.Faulted => ValueTaskSourceStatus.Faulted,
        TaskStatus.Canceled => ValueTaskSourceStatus.Canceled,
        _ => ValueTaskSourceStatus.Pending,
    };

    public void OnCompleted(Action<object?> continuation, object? state, short token, ValueTaskSourceOnCompletedFlags flags)
    {
        var awaiter = BodyOf(token).ConfigureAwait((flags & ValueTaskSourceOnCompletedFlags.UseSchedulingContext) != ValueTaskSourceOnCompletedFlags.None).GetAwaiter();
        _continuation = continuation;
        _continuationState = state;
        if ((flags & ValueTaskSourceOnCompletedFlags.FlowExecutionContext) != ValueTaskSourceOnCompletedFlags.None)
            awaiter.OnCompleted(_onReturned);
        else
            awaiter.UnsafeOnCompleted(_onReturned);
    }

    public void GetResult(short token)
    {
        var body = BodyOf(token);
        var (state, keep) = (_state, _keep!);
        Leave();
        keep(state, body.GetAwaiter().GetResult());
    }

    private void OnReturned() => _continuation!(_continuationState);

    private Task<T> BodyOf(short token) => token == _version && _body is { } body
        ? body
        : throw new InvalidOperationException("A step's task has been awaited more than once.");

    private void Leave()
    {
        _version++;
        _body = null;
        _state = default!;
        _keep = null;
        _continuation = null;
        _continuationState = null;
        PendingResult<TState, T>? first;
        do
        {
            first = Volatile.Read(ref s_returned);
            _place = first is null ? 1 : first._place + 1;
            if (_place > MostReturned)
                return;
            _next = first;
        }
        while (Interlocked.CompareExchange(ref s_returned, this, first) != first);
    }
}
