using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace PlanDsl;

/// <summary>Waits for a body of a strand and its result; otherwise as <see cref="StrandAwaiter"/>.</summary>
/// <typeparam name="T">The type of the result.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct StrandAwaiter<T> : ICriticalNotifyCompletion
{
    private readonly Strand _strand;

    internal StrandAwaiter(Strand strand) => _strand = strand;

    /// <summary>Whether the body has returned.</summary>
    public bool IsCompleted => _strand.Body.IsCompleted;

    /// <summary>Itself.</summary>
    public StrandAwaiter<T> GetAwaiter() => this;

    /// <summary>Ends the wait.</summary>
    /// <returns>What the body returned.</returns>
    public T GetResult() => ((Task<T>)_strand.Body).GetAwaiter().GetResult();

    /// <summary>Has the strand go on when the body has returned.</summary>
    /// <param name="continuation">What goes on.</param>
    public void OnCompleted(Action continuation) => UnsafeOnCompleted(continuation);

    /// <inheritdoc cref="OnCompleted(Action)"/>
    public void UnsafeOnCompleted(Action continuation) =>
        _strand.Body.ConfigureAwait(false).GetAwaiter().UnsafeOnCompleted(_strand.OnBodyReturned(continuation));
}
