namespace PlanDsl.Tests;

/// <summary>How a step, element or iteration ended, as text.</summary>
internal static class EndText
{
    public static string Of(string path, bool hasAttempts, StepStatus status, int attempts, FailureKind? kind, SkipCause? cause, bool isFallback = false) =>
        $"{path}={status}{(hasAttempts ? $"/{attempts}" : "")}{(status is StepStatus.Failed ? $"/{kind}" : "")}{(cause is null ? "" : $"/{cause}")}{(isFallback ? "/fallback" : "")}";
}
