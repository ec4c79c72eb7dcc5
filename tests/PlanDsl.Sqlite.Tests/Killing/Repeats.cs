namespace PlanDsl.Tests;

/// <summary>What is told twice of which there is only one: two attempts of one name, two ends of one thing.</summary>
internal static class Repeats
{
    /// <summary>Names one, if there is any.</summary>
    public static string? FindIn(IReadOnlyList<PlanEvent> events)
    {
        if (events.OfType<StepStartedEvent>().CountBy(static started => started.ExecId).FirstOrDefault(static attempts => attempts.Value > 1) is { Key: { } name })
            return $"two attempts are called {name}";
        var ended = new Dictionary<string, PlanEvent>(StringComparer.Ordinal);
        foreach (var happened in events.OfType<StepEvent>())
        {
            if (happened is StepSucceededEvent or StepFailedEvent or StepSkippedEvent or StepCancelledEvent && !ended.TryAdd(happened.StepPath, happened))
                return $"{happened.StepPath} has ended twice: {ended[happened.StepPath]} and {happened}";

            // What it consists of begins anew.
            if (happened is StepRetryEvent or StepFallbackEvent)
                ended.Keys.Where(path => path.StartsWith($"{happened.StepPath}/", StringComparison.Ordinal) || path.StartsWith($"{happened.StepPath}#", StringComparison.Ordinal)).ToList().ForEach(path => ended.Remove(path));
        }

        return null;
    }
}
