using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;

namespace PlanDsl;

/// <summary>The elements of a fan-out in one run, and what their bodies have returned. Made by generated code.</summary>
/// <typeparam name="TElement">The type of the elements.</typeparam>
/// <typeparam name="TResult">The type of what the body returns for one.</typeparam>
[EditorBrowsable(EditorBrowsableState.Advanced)]
public sealed class FanOut<TElement, TResult> : FanOut<TElement>
{
    private readonly ElementResults<TResult> _results;

    internal FanOut(ElementSource<TElement> source)
        : base(source) => _results = new(Count);

    /// <summary>What the bodies returned, in the order of the elements; the default for an element that failed.
    /// <see langword="null"/> until the fan-out has succeeded, which it has before anything binds its results.</summary>
    public TResult[] Results { get; private set; } = null!;

    /// <summary>Keeps what the body returned for the element of an attempt.</summary>
    /// <param name="context">The attempt.</param>
    /// <param name="result">What it returned.</param>
    public void SetResult(StepContext context, TResult result)
    {
        var element = In<FanOutElement<TElement, TResult>>(context);
        context.Keep(result, ref element.Result);
    }

    /// <summary>What the body has returned last for the element of an attempt: in a loop, for its predicate.</summary>
    /// <param name="context">The attempt.</param>
    public TResult ResultOf(StepContext context) => In<FanOutElement<TElement, TResult>>(context).Result;

    /// <summary>What the iteration before has returned for the element of an attempt; the default in the first.</summary>
    /// <param name="context">The attempt.</param>
    public TResult? PreviousOf(StepContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return context.Iteration > 1 ? ResultOf(context) : default;
    }

    /// <summary>Where the result for the element of an attempt is kept.</summary>
    [SuppressMessage("Performance", "CA1822", Justification = "It is the place in these elements.")]
    internal ref TResult PlaceOf(StepContext context) => ref In<FanOutElement<TElement, TResult>>(context).Result;

    internal override void Publish() => Results = _results.ToArray();

    private protected override FanOutElement<TElement> Take(TElement value) => new FanOutElement<TElement, TResult>(value, _results.Add());
}
