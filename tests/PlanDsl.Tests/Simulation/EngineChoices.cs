namespace PlanDsl.Tests;

/// <summary>What the engine has chosen to do first of all that may have been done at one moment.</summary>
internal static class EngineChoices
{
    /// <summary>What was called or opened, in order. Nothing is called when a group or a loop opens, but its start is told: it is
    /// put ahead of what is called within it, and of the body or fan-out whose start is told next. Conditions that are asked
    /// before go ahead of it, as they do in the engine.</summary>
    /// <param name="calls">What was called, in order and each with its time.</param>
    /// <param name="events">What was told.</param>
    public static List<string> Of(IEnumerable<string> calls, IEnumerable<PlanEvent> events)
    {
        StepStartedEvent[] starts = [.. events.OfType<StepStartedEvent>()];
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var (number, start) in starts.Index())
        {
            numbers.TryAdd(start.StepPath, number);
            numbers.TryAdd($"{start.StepPath}:{start.Attempt}", number);
        }

        var choices = new List<string>();
        var next = 0;
        foreach (var call in calls.Select(static call => call[..call.IndexOf('@')]))
        {
            for (var last = numbers.GetValueOrDefault(StartBefore(call), -1); next <= last; next++)
                choices.Add(starts[next].StepPath);
            choices.Add(call);
        }

        return [.. choices, .. starts[next..].Select(static start => start.StepPath)];
    }

    /// <summary>The start that has been told before something was called: its own, or for a condition that of the group around it.</summary>
    private static string StartBefore(string call) => call[^1] switch
    {
        '?' => call[..Math.Max(0, call.LastIndexOf('/'))],
        '*' or '!' or '~' => call[..^1],
        _ => call,
    };
}
