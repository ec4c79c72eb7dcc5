using System.ComponentModel;

namespace PlanDsl;

/// <summary>The elements of a fan-out in one run, whose bodies return nothing. Made by generated code.</summary>
/// <typeparam name="TElement">The type of the elements.</typeparam>
[EditorBrowsable(EditorBrowsableState.Advanced)]
public class FanOut<TElement> : FanOut
{
    private readonly ElementSource<TElement> _source;

    internal FanOut(ElementSource<TElement> source) => _source = source;

    private protected int? Count => _source.Count;

    /// <summary>The element that an attempt is for.</summary>
    /// <param name="context">The attempt.</param>
    /// <exception cref="InvalidOperationException">The attempt belongs to no element of this fan-out.</exception>
    public TElement ElementOf(StepContext context) => In<FanOutElement<TElement>>(context).Value;

    internal sealed override async ValueTask<FanOutElement?> NextAsync(CancellationToken cancellationToken) =>
        await _source.MoveNextAsync(cancellationToken).ConfigureAwait(false) ? Take(_source.Current) : null;

    internal sealed override ValueTask CloseAsync() => _source.DisposeAsync();

    private protected virtual FanOutElement<TElement> Take(TElement value) => new(value);

    private protected static T In<T>(StepContext context)
        where T : FanOutElement
    {
        ArgumentNullException.ThrowIfNull(context);
        return context.Element as T ?? throw new InvalidOperationException("The attempt belongs to no element of this fan-out.");
    }
}
