using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace PlanDsl;

/// <summary>Waits for a body of a strand, which goes on where no other body stands below it. For generated code.</summary>
/// <remarks>It holds nothing but the strand: a method with many waits has room for each of them on its stack, which is cleared
/// whenever it goes on.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct StrandAwaiter : ICriticalNotifyCompletion
{
    private readonly Strand _strand;

    internal StrandAwaiter(Strand strand) => _strand = strand;

    /// <summary>Whether the body has returned.</summary>
    public bool IsCompleted => _strand.Body.IsCompleted;

    /// <summary>Itself.</summary>
    public StrandAwaiter GetAwaiter() => this;

    /// <summary>Ends the wait.</summary>
    public void GetResult() => _strand.Body.GetAwaiter().GetResult();

    /// <summary>Has the strand go on when the body has returned.</summary>
    /// <param name="continuation">What goes on.</param>
    public void OnCompleted(Action continuation) => UnsafeOnCompleted(continuation);

    /// <inheritdoc cref="OnCompleted(Action)"/>
    public void UnsafeOnCompleted(Action continuation) =>
        _strand.Body.ConfigureAwait(false).GetAwaiter().UnsafeOnCompleted(_strand.OnBodyReturned(continuation));
}
