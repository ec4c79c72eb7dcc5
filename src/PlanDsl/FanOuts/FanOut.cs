using System.ComponentModel;

namespace PlanDsl;

/// <summary>The elements of a fan-out in one run, and what their bodies have returned. Made by generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Advanced)]
public abstract class FanOut
{
    private protected FanOut()
    {
    }

    /// <summary>Opens a collection for bodies that return something.</summary>
    /// <typeparam name="TElement">The type of the elements.</typeparam>
    /// <typeparam name="TResult">The type of what the body returns for one.</typeparam>
    /// <param name="source">The collection.</param>
    public static FanOut<TElement, TResult> Over<TElement, TResult>(IEnumerable<TElement> source)
    {
        ArgumentNullException.ThrowIfNull(source);
        return new();
    }

    /// <summary>Opens an asynchronous collection for bodies that return something.</summary>
    /// <typeparam name="TElement">The type of the elements.</typeparam>
    /// <typeparam name="TResult">The type of what the body returns for one.</typeparam>
    /// <param name="source">The collection.</param>
    public static FanOut<TElement, TResult> Over<TElement, TResult>(IAsyncEnumerable<TElement> source)
    {
        ArgumentNullException.ThrowIfNull(source);
        return new();
    }
}
