namespace PlanDsl;

/// <summary>What a governed step goes on with.</summary>
internal abstract class Resumption
{
    public abstract GovernedStep Unit { get; }

    /// <summary>Goes on with the step.</summary>
    public abstract void GoOn();
}
