using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace PlanDsl;

/// <summary>Waits for a body of a strand that may have its result at once; otherwise as <see cref="StrandAwaiter"/>.</summary>
/// <typeparam name="T">The type of the result.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct StrandValueAwaiter<T> : ICriticalNotifyCompletion
{
    private readonly Strand _strand;
    private readonly ValueTask<T> _body;

    internal StrandValueAwaiter(Strand strand, ValueTask<T> body) => (_strand, _body) = (strand, body);

    /// <summary>Whether the body has returned.</summary>
    public bool IsCompleted => _body.IsCompleted;

    /// <summary>Itself.</summary>
    public StrandValueAwaiter<T> GetAwaiter() => this;

    /// <summary>Ends the wait.</summary>
    /// <returns>What the body returned.</returns>
    public T GetResult() => _body.GetAwaiter().GetResult();

    /// <summary>Has the strand go on when the body has returned.</summary>
    /// <param name="continuation">What goes on.</param>
    public void OnCompleted(Action continuation) => UnsafeOnCompleted(continuation);

    /// <inheritdoc cref="OnCompleted(Action)"/>
    public void UnsafeOnCompleted(Action continuation) =>
        _body.ConfigureAwait(false).GetAwaiter().UnsafeOnCompleted(_strand.OnBodyReturned(continuation));
}
