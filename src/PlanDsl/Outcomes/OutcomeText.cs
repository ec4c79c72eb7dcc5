using System.Text;

namespace PlanDsl;

/// <summary>Outcomes in a line, for a log or a debugger.</summary>
internal static class OutcomeText
{
    /// <summary>Such as <c>Plan 'Shop.Report' failed in step 'fetch': no route to host (1 failed, 2 cancelled)</c>.</summary>
    public static string Of(PlanOutcome outcome)
    {
        var text = new StringBuilder(Verdict(outcome)).Append(" (");
        var separator = "";
        foreach (var statuses in outcome.Steps.CountBy(static step => step.Status).OrderBy(static count => count.Key))
        {
            text.Append(separator).Append(statuses.Value).Append(' ').Append(Name(statuses.Key));
            separator = ", ";
        }

        return text.Append(')').Append(NotUndone(outcome)).Append(NotRecorded(outcome)).ToString();
    }

    /// <summary>Such as <c>fetch: failed: no route to host</c>, or <c>charge: succeeded; compensated</c>.</summary>
    public static string Of(StepOutcome step) => $"{EndOf(step)}{(step.IsAbandoned ? "; abandoned" : "")}{CompensationOf(step)}";

    /// <summary>How the run ended and what could not be undone, such as <c>Plan 'Shop.Order' failed in step 'ship': no van; 1 step
    /// could not be undone: charge: no such account</c>.</summary>
    public static string Message(PlanOutcome outcome) => Verdict(outcome) + NotUndone(outcome) + NotRecorded(outcome);

    private static string Verdict(PlanOutcome outcome) => outcome switch
    {
        { Error: { StepId: { } step } error } => $"Plan '{outcome.PlanId}' failed in step '{step}': {error.Message}",
        { Error: { } error } => $"Plan '{outcome.PlanId}' failed: {error.Message}",
        { Status: RunStatus.Succeeded } => $"Plan '{outcome.PlanId}' succeeded",
        { Status: RunStatus.Cancelled } => $"Plan '{outcome.PlanId}' was cancelled",
        _ => $"Plan '{outcome.PlanId}' failed",
    };

    private static string CompensationOf(StepOutcome step) => step.Compensation switch
    {
        null => "",
        { Error: { } error } => $"; not compensated: {error.Message}",
        { Status: CompensationStatus.Running } => "; being compensated",
        _ => "; compensated",
    };

    // There may be as many as a fan-out has elements.
    private static string NotUndone(PlanOutcome outcome)
    {
        if (outcome.CompensationFailures is not { Count: > 0 and var count } left)
            return "";
        var named = left.Take(3).Select(static step => $"{step.Path}: {step.Compensation!.Error!.Message}");
        return $"; {count} {(count == 1 ? "step" : "steps")} could not be undone: {string.Join("; ", named)}{(count > 3 ? "; …" : "")}";
    }

    private static string NotRecorded(PlanOutcome outcome) =>
        outcome.JournalError is { } fault && fault != outcome.Error ? $"; not all of it is recorded: {fault.Message}" : "";

    private static string EndOf(StepOutcome step) => step switch
    {
        { Error: { } error } => $"{step.Id}: {Name(step.Status)}: {error.Message}",
        { Duration: { } duration } => FormattableString.Invariant($"{step.Id}: {Name(step.Status)} in {duration.TotalMilliseconds:0.###} ms"),
        _ => $"{step.Id}: {Name(step.Status)}",
    };

    private static string Name(StepStatus status) => Enum.GetName(status)!.ToLowerInvariant();
}
