namespace PlanDsl;

/// <summary>One element while it is at work, with the place where its result goes.</summary>
internal sealed class FanOutElement<TElement, TResult>(TElement value, ArraySegment<TResult> place) : FanOutElement<TElement>(value)
{
    public TResult Result
    {
        get => place.Array![place.Offset];
        set => place.Array![place.Offset] = value;
    }

    public override void Discard() => Result = default!;
}
