using System.Text;
using System.Text.Json;

namespace PlanDsl.Generators.Tests;

/// <summary>Tells how a run went.</summary>
internal static class OutcomeTexts
{
    /// <summary>How the run and each of its steps ended, and with what.</summary>
    public static string Of(PlanOutcome outcome, IEnumerable<(string Key, JsonElement? Value)> results)
    {
        var text = new StringBuilder().Append("run ").Append(outcome.Status).Append(' ').Append(outcome.Error?.StepId).Append(' ').Append(outcome.Error?.Kind).Append('\n');
        Tell(outcome.Steps, "", text);
        foreach (var (key, value) in results)
            text.Append(key).Append(" = ").Append(value is { } there ? JsonSerializer.Serialize(there) : "nothing").Append('\n');
        return text.ToString();
    }

    /// <summary>All that the exceptions behind its failures say.</summary>
    public static IEnumerable<string> ExceptionsOf(PlanOutcome outcome) => outcome.Steps.SelectMany(ErrorsOf).Append(outcome.Error)
        .Select(static error => error?.Exception is ExitCodeException exited ? exited + exited.Stdout + exited.Stderr : error?.Exception?.ToString())
        .OfType<string>();

    private static IEnumerable<StepError?> ErrorsOf(StepOutcome step) =>
        [step.Error, step.ReplacedError, step.Compensation?.Error, .. step.Children.SelectMany(ErrorsOf)];

    private static void Tell(IReadOnlyList<StepOutcome> steps, string indentation, StringBuilder text)
    {
        foreach (var step in steps)
        {
            text.Append(indentation).Append(step.Id).Append(' ').Append(step.Status).Append(' ').Append(step.SkipCause).Append(' ').Append(step.Attempts)
                .Append(step.IsFallback ? $" by its fallback, since {step.ReplacedError!.Message}" : "").Append(step.IsTolerated ? " tolerated" : "");
            if (step.Compensation is { } undone)
                text.Append(" undone ").Append(undone.Error?.Message);
            if (step.Error is { } error)
                text.Append(' ').Append(error.Kind).Append(": ").Append(error.Message);
            text.Append('\n');
            Tell(step.Children, indentation + "  ", text);
        }
    }
}
