namespace PlanDsl;

/// <summary>One element while it is at work.</summary>
internal abstract class FanOutElement
{
    /// <summary>Forgets the result: the element has failed after a body had returned one.</summary>
    public virtual void Discard()
    {
    }
}
