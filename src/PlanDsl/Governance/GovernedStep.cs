namespace PlanDsl;

/// <summary>A step on the long way round: with a timeout, retries, a pipeline or a context.</summary>
internal sealed partial class GovernedStep(Coordinator run, int step)
{
    public int Step => step;

    public string RunId => run.Identity.RunId;

    public string StepId => run.StepIdOf(step);

    public void ReportProgress(StepContext attempt, double fraction, string? message) => run.TellProgress(step, attempt.Attempt, fraction, message);

    public void Heartbeat(StepContext attempt) => run.TellHeartbeat(step, attempt.Attempt);
}
