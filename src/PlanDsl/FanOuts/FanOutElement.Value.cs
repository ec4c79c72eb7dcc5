namespace PlanDsl;

/// <summary>One element of a known type while it is at work.</summary>
internal class FanOutElement<TElement>(TElement value) : FanOutElement
{
    public TElement Value => value;
}
