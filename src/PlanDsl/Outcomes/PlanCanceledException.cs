using System.Runtime.CompilerServices;

namespace PlanDsl;

/// <summary>A run was cancelled. The message says also what could not be undone, and <see cref="Outcome"/> tells of every step.</summary>
/// <param name="outcome">How the run ended.</param>
/// <param name="cancellationToken">The token that has cancelled the run; <see cref="CancellationToken.None"/> where it was
/// not by the token that it was started with.</param>
public sealed class PlanCanceledException(PlanOutcome outcome, CancellationToken cancellationToken)
    : OperationCanceledException(OutcomeText.Message(outcome), cancellationToken)
{
    /// <summary>How the run ended, step by step.</summary>
    public PlanOutcome Outcome { get; } = outcome;

    /// <summary>A task that is cancelled, and throws this where it is awaited: what an async method returns that has thrown it.</summary>
    internal Task<TResults> ToTask<TResults>()
    {
        // A completion source can only be cancelled without an exception, or fault with one.
        var method = AsyncTaskMethodBuilder<TResults>.Create();
        method.SetException(this);
        return method.Task;
    }
}
