using System.Text.Json;

namespace PlanDsl.Tests;

/// <summary>What a run has come to, as a text that is the same however often its processes were killed: without times and attempts.</summary>
internal static class KilledOutcome
{
    public static string Of(PlanOutcome<PlanResults> outcome) =>
        $"{outcome.Status} {outcome.Error?.Kind} {outcome.Error?.StepId} {outcome.Error?.Message}\n{Of(outcome.Steps)}\n{Of(outcome.Results)}";

    private static string Of(IEnumerable<StepOutcome> steps) => string.Join(' ', steps.Select(Of));

    private static string Of(StepOutcome step) =>
        $"{step.Id}={step.Status}{(step.IsFallback ? "!" : "")}{(step.Compensation is { } undone ? $"~{undone.Status}" : "")}{(step.Children.Count == 0 ? "" : $"({Of(step.Children)})")}";

    private static string Of(PlanResults? results) =>
        results is null ? "" : string.Join(' ', results.Select(static result => $"{result.Key}={JsonSerializer.Serialize(result.Value)}"));
}
