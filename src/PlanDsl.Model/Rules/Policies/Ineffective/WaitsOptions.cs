namespace PlanDsl.Model;

/// <summary>What says nothing on a step that waits for a signal without end: there is no attempt that could fail. A condition
/// and a loop can, and what a pipeline does nobody knows.</summary>
internal static class WaitsOptions
{
    public static void Check(StepModel wait, StepOptions options)
    {
        if (wait is not { Timeout: null, TotalTimeout: null, Pipeline: null, When: null, RepeatUntil: null })
            return;

        var reason = $"nothing but its signal ends the wait, so that it cannot fail; give it a {options.Words[PropertyNames.Timeout]}, or remove this";
        if (wait.Retry?.Retries > 0)
            options.Add(PropertyNames.Retries, reason);
        if (wait.Fallback is not null)
            options.Add(PropertyNames.Fallback, reason);
    }
}
