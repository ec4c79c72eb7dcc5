using System.ComponentModel;

namespace PlanDsl;

/// <summary>The elements of a fan-out in one run, and what their bodies have returned. Made by generated code.</summary>
/// <typeparam name="TElement">The type of the elements.</typeparam>
/// <typeparam name="TResult">The type of what the body returns for one.</typeparam>
[EditorBrowsable(EditorBrowsableState.Advanced)]
public sealed class FanOut<TElement, TResult> : FanOut
{
    internal FanOut()
    {
    }

    /// <summary>What the bodies returned, in the order of the elements; the default for an element that failed.</summary>
    public TResult[] Results { get; } = [];

    /// <summary>The element that an attempt is for.</summary>
    /// <param name="context">The attempt.</param>
    public TElement ElementOf(StepContext context) => throw new InvalidOperationException("The attempt belongs to no element.");

    /// <summary>Keeps what the body returned for the element of an attempt.</summary>
    /// <param name="context">The attempt.</param>
    /// <param name="result">What it returned.</param>
    public void SetResult(StepContext context, TResult result) => ArgumentNullException.ThrowIfNull(context);
}
