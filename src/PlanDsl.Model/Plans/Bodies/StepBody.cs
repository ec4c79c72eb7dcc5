namespace PlanDsl.Model;

/// <summary>What a step of a plan file does, as declared. Immutable and equal by value.</summary>
public abstract record StepBody
{
    // The kinds of body are these of this assembly and no others.
    private protected StepBody()
    {
    }
}
