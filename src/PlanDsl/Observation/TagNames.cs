namespace PlanDsl;

/// <summary>The names of the tags of spans and metrics; docs/observability.md lists them.</summary>
internal static class TagNames
{
    public const string PlanId = "plandsl.plan.id";
    public const string RunId = "plandsl.run.id";
    public const string RunStatus = "plandsl.run.status";
    public const string StepId = "plandsl.step.id";
    public const string StepPath = "plandsl.step.path";
    public const string StepAttempt = "plandsl.step.attempt";
    public const string StepStatus = "plandsl.step.status";

    /// <summary>OpenTelemetry's own.</summary>
    public const string ErrorType = "error.type";
}
