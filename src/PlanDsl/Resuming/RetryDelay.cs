namespace PlanDsl;

/// <summary>What is left of the wait of a step for its next attempt, where its run was resumed meanwhile.</summary>
internal sealed class RetryDelay(Coordinator run, int step)
{
    public void EndNow() => run.EndDelay(step);
}
