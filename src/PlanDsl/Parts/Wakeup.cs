namespace PlanDsl;

/// <summary>A step goes on because one of its parts has moved.</summary>
internal sealed class Wakeup(GovernedStep whole, Action goOn) : Resumption
{
    public override GovernedStep Unit => whole;

    public override void GoOn() => goOn();
}
