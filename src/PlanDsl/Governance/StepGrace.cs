namespace PlanDsl;

/// <summary>The time that the body of a step which is not governed has left, once it was cancelled by name.</summary>
internal sealed class StepGrace(Coordinator run, int step)
{
    public void Reach() => run.Abandon(step);
}
