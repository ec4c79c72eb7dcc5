using System.Threading.Tasks.Sources;

namespace PlanDsl;

/// <summary>A body that was called before there was a coordinator, as something that its step can wait for. What waits goes on
/// on the thread on which the body returns, whatever that is to others.</summary>
internal sealed class InheritedBody : IValueTaskSource
{
    private ManualResetValueTaskSourceCore<bool> _core;

    /// <summary>Ends when the body has returned. To be awaited once.</summary>
    public ValueTask Returned => new(this, _core.Version);

    /// <summary>The body has returned.</summary>
    /// <param name="failure">What it threw; <see langword="null"/> for nothing.</param>
    public void Return(Exception? failure)
    {
        if (failure is null)
            _core.SetResult(true);
        else
            _core.SetException(failure);
    }

    void IValueTaskSource.GetResult(short token) => _core.GetResult(token);

    ValueTaskSourceStatus IValueTaskSource.GetStatus(short token) => _core.GetStatus(token);

    void IValueTaskSource.OnCompleted(Action<object?> continuation, object? state, short token, ValueTaskSourceOnCompletedFlags flags) =>
        _core.OnCompleted(continuation, state, token, flags);
}
