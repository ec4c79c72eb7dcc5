using System.Globalization;

namespace PlanDsl.Tests;

/// <summary>How a step, element or iteration ended, as text.</summary>
internal static class EndText
{
    public static string Of(string path, bool hasAttempts, StepOutcome ended) =>
        Of(path, hasAttempts ? ended.Attempts : null, ended.Status, ended.Error?.Kind, ended.SkipCause, ended.IsFallback, ended.IsAbandoned, ended.Compensation?.Status);

    public static string Of(
        string path,
        int? attempts,
        StepStatus status,
        FailureKind? kind,
        SkipCause? cause,
        bool isFallback,
        bool isAbandoned,
        CompensationStatus? compensation)
    {
        string?[] parts =
        [
            $"{path}={status}",
            attempts?.ToString(CultureInfo.InvariantCulture),
            status is StepStatus.Failed ? kind.ToString() : null,
            cause?.ToString(),
            isFallback ? "by fallback" : null,
            isAbandoned ? "abandoned" : null,
            compensation is null ? null : $"undoing {compensation}",
        ];
        return string.Join('/', parts.Where(static part => part is not null));
    }
}
