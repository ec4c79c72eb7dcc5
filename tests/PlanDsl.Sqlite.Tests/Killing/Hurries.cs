namespace PlanDsl.Tests;

/// <summary>Attempts that began before they were due.</summary>
internal static class Hurries
{
    // A timer of the system may be early by a tick or two.
    private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(20);

    /// <summary>Names one, if there is any.</summary>
    public static string? FindIn(IReadOnlyList<PlanEvent> events)
    {
        var due = new Dictionary<string, DateTimeOffset>(StringComparer.Ordinal);
        foreach (var happened in events)
        {
            if (happened is StepRetryEvent retry)
                due[retry.StepPath] = retry.Time + retry.Delay;
            else if (happened is StepStartedEvent started && due.Remove(started.StepPath, out var time) && started.Time < time - Tick)
                return $"{started.StepPath} was to begin again at {time:O}, and did at {started.Time:O}";
        }

        return null;
    }
}
