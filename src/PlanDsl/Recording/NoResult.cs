namespace PlanDsl;

/// <summary>Says that a body had returned before the run was resumed, and had left nothing to write down.</summary>
/// <param name="attempt">The attempt that had returned.</param>
internal sealed class NoResult(StepContext attempt) : ResultExchange(attempt)
{
    public override void Of<T>(ref T place)
    {
    }
}
