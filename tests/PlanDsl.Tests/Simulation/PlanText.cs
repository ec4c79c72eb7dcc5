using System.Text;

namespace PlanDsl.Tests;

/// <summary>A simulated plan in a few lines, for the message of a failed test.</summary>
internal static class PlanText
{
    public static string Of(SimulatedPlan plan)
    {
        var text = new StringBuilder();
        text.Append(System.Globalization.CultureInfo.InvariantCulture, $"at once {plan.MaxParallel}, timeout {plan.Timeout}, cancelled {plan.CancelAt}");
        foreach (var (step, at) in plan.StepCancellations)
            text.Append(System.Globalization.CultureInfo.InvariantCulture, $", {plan.IdOf(step)} cancelled {at}");
        foreach (var (index, step) in plan.Steps.Index())
            text.Append('\n').Append(Of(plan, step, index));
        return text.ToString();
    }

    private static string Of(SimulatedPlan plan, SimulatedStep step, int index)
    {
        string?[] parts =
        [
            plan.PathOf(index),
            step.Predecessors.Length == 0 ? null : $"after {string.Join(',', step.Predecessors.Select(plan.IdOf))}",
            $"{step.Policy}{(step.Critical is null ? "" : step.Critical is true ? " critical" : " uncritical")}",
            string.Join(", ", step.Attempts.Select(Of)),
            step.StopsAfter is null ? null : $"stops after {step.StopsAfter.Value.Ticks} ticks",
            Part("when", step.Condition),
            step.RunWhen is RunWhen.Success ? null : $"runs {step.RunWhen}",
            step.Governed is { } bounds ? $"timeout {bounds.Timeout} total {bounds.TotalTimeout} retries {bounds.Retries} delay {bounds.RetryDelay}" : null,
            step.Fallback is { } fallback ? $"fallback {Of(fallback)}" : null,
            step.Compensation is { } compensation ? $"compensation {Of(compensation)}" : null,
            Part("elements", step.Elements),
            Part("at once", step.MaxParallel),
            Part("", step.Loop),
            Part("", step.Group),
        ];
        return string.Join(" | ", parts.Where(static part => part is not null));
    }

    private static string? Part<T>(string name, T? value) => value is null ? null : $"{name} {value}";

    private static string Of(SimulatedAttempt attempt) => $"{attempt.Duration.TotalSeconds} s {attempt.Ending}";
}
