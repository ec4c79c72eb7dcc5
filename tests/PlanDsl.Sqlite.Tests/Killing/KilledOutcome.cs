using System.Text.Json;

namespace PlanDsl.Tests;

/// <summary>What a run has come to, as a text that is the same however often its processes were killed: without times and attempts.</summary>
internal static class KilledOutcome
{
    public static string Of(PlanOutcome outcome) =>
        $"{outcome.Status} {outcome.Error?.Kind} {outcome.Error?.StepId} {outcome.Error?.Message}\n{Of(outcome.Steps)}\n{ResultsOf(outcome)}";

    /// <summary>What is recorded of how each step has ended: its result, or why it has failed.</summary>
    public static string Of(IEnumerable<PlanEvent> events)
    {
        var ends = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var happened in events)
        {
            if (happened is StepSucceededEvent succeeded)
                ends[succeeded.StepPath] = succeeded.Result is { } result ? JsonValues.TextOf(result) : "";
            else if (happened is StepFailedEvent failed)
                ends[failed.StepPath] = $"{failed.Error.Kind}: {failed.Error.Message}";
        }

        return string.Join('\n', ends.Select(static end => $"{end.Key}={end.Value}"));
    }

    private static string Of(IEnumerable<StepOutcome> steps) => string.Join(' ', steps.Select(Of));

    private static string Of(StepOutcome step) =>
        $"{step.Id}={step.Status}{step.SkipCause}{Of(step.Error)}{(step.IsFallback ? $"!{Of(step.ReplacedError)}" : "")}{(step.Compensation is { } undone ? $"~{undone.Status}" : "")}{(step.Children.Count == 0 ? "" : $"({Of(step.Children)})")}";

    private static string Of(StepError? error) => error is null ? "" : $"'{error.Kind} {error.StepId}: {error.Message}'";

    // Of a compiled plan they are of a type of its own.
    private static string ResultsOf(PlanOutcome outcome) => outcome is PlanOutcome<PlanResults> { Results: var results }
        ? string.Join(' ', (results ?? Enumerable.Empty<KeyValuePair<string, JsonElement>>()).Select(static result => $"{result.Key}={JsonSerializer.Serialize(result.Value)}"))
        : JsonSerializer.Serialize(outcome.GetType().GetProperty("Results")!.GetValue(outcome));
}
