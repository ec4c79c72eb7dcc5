using System.ComponentModel;

namespace PlanDsl;

/// <summary>How generated code keeps what a step's body returns, once it does.</summary>
[EditorBrowsable(EditorBrowsableState.Advanced)]
public static class StepResult
{
    /// <summary>Waits for a body and keeps its result, as an async method with one await would, but without the object that such a
    /// method leaves behind.</summary>
    /// <typeparam name="TState">The type of what holds the values of the run.</typeparam>
    /// <typeparam name="T">The type of the result.</typeparam>
    /// <param name="body">What the body returned.</param>
    /// <param name="state">What holds the values of the run.</param>
    /// <param name="keep">Keeps the result there; called once, and not at all if the body fails.</param>
    /// <returns>A task that ends when the result is kept. It must be awaited exactly once.</returns>
    /// <exception cref="InvalidOperationException">The body returned no task.</exception>
    public static ValueTask Keep<TState, T>(Task<T> body, TState state, Action<TState, T> keep)
    {
        ArgumentNullException.ThrowIfNull(keep);
        if (body is null)
            throw new InvalidOperationException("The body of the step returned null where it promises a task.");
        if (!body.IsCompletedSuccessfully)
            return PendingResult<TState, T>.Of(body, state, keep);
        keep(state, body.Result);
        return default;
    }
}
