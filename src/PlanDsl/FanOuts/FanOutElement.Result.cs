namespace PlanDsl;

/// <summary>One element while it is at work, with the place where its result goes.</summary>
internal sealed class FanOutElement<TElement, TResult>(TElement value, ArraySegment<TResult> place) : FanOutElement<TElement>(value)
{
    public ref TResult Result => ref place.Array![place.Offset];

    public override void Discard() => Result = default!;
}
