namespace PlanDsl.Model;

/// <summary>A JSON value into whose strings values are inserted. Immutable and equal by value; nested no deeper than a plan file.</summary>
public abstract record ValueTemplate
{
    // The kinds of value are these of this assembly and no others.
    private protected ValueTemplate()
    {
    }
}
