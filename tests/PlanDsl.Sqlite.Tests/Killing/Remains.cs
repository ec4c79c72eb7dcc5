namespace PlanDsl.Tests;

/// <summary>What a process that was killed has left: what is recorded of its run, and what it has done to the world.</summary>
/// <param name="events">What is recorded.</param>
/// <param name="done">What was done.</param>
internal sealed class Remains(List<PlanEvent> events, List<string> done)
{
    private const string Began = "began ";

    public List<PlanEvent> Events => events;

    public List<string> Done => done;

    /// <summary>What is wrong with it itself, though the run acts only on what is safe: something was begun that is not recorded to have been, or more
    /// than what was underway has ended and is not recorded to have.</summary>
    /// <param name="kills">How many processes have left it.</param>
    public string? Fault(int kills)
    {
        foreach (var (name, calls) in done.Where(static line => line.StartsWith(Began, StringComparison.Ordinal)).Select(static line => line[Began.Length..]).CountBy(static name => name))
        {
            // What stands in for a step, or undoes it, is no attempt of its own.
            if (name[^1] is not ('~' or '!') && calls > events.OfType<StepStartedEvent>().Count(started => started.StepPath == name))
                return $"{name} was called {calls} times, and so many attempts are not recorded";
            if (LostOf(name) > kills)
                return $"{name} was called {calls} times, and of {LostOf(name)} it is not recorded how they have ended, after {kills} kills";
        }

        return null;
    }

    /// <summary>How often something was begun and is not recorded to have ended, so that it is done again.</summary>
    public int LostOf(string name) => Math.Max(0, done.Count(line => line == Began + name) - EndsOf(name));

    /// <summary>What is wrong with how others have gone on from here: something that is recorded was lost or changed, or done again.</summary>
    public string? FaultOf(List<PlanEvent> later, List<string> doneLater)
    {
        for (var i = 0; i < events.Count; i++)
        {
            if (i >= later.Count)
                return $"event {i + 1} is lost";
            if (!RandomEvents.AreSame(events[i], later[i]))
                return $"event {i + 1} was {events[i]} and is {later[i]}";
        }

        return doneLater.Skip(done.Count).FirstOrDefault(line => line.StartsWith(Began, StringComparison.Ordinal) && HasEnded(line[Began.Length..]) && !ComesAgain(line[Began.Length..], later)) is { } again
            ? $"{again} once more, though its end is recorded"
            : null;
    }

    // What a step runs that is tried again, or has a fallback, may have the same path once more: how often it is called, others see to.
    private static bool ComesAgain(string name, List<PlanEvent> later) =>
        later.Exists(happened => happened is StepRetryEvent or StepFallbackEvent && name.StartsWith(((StepEvent)happened).StepPath, StringComparison.Ordinal) && name.Length > ((StepEvent)happened).StepPath.Length && name[((StepEvent)happened).StepPath.Length] is '/');

    private int EndsOf(string name) => name[^1] switch
    {
        '~' => events.Count(happened => happened is CompensationSucceededEvent or CompensationFailedEvent && ((StepEvent)happened).StepPath == name[..^1]),
        '!' => events.Count(happened => happened is StepSucceededEvent or StepFailedEvent && ((StepEvent)happened).StepPath == name[..^1]),
        _ => events.Count(happened => happened is StepRetryEvent or StepSucceededEvent or StepFailedEvent or StepCancelledEvent && ((StepEvent)happened).StepPath == name),
    };

    private bool HasEnded(string name) => name[^1] is '~'
        ? events.Exists(happened => happened is CompensationSucceededEvent or CompensationFailedEvent && ((StepEvent)happened).StepPath == name[..^1])
        : events.Exists(happened => (happened is StepSucceededEvent or StepFailedEvent or StepSkippedEvent || (happened is StepFallbackEvent && name[^1] is not '!')) && ((StepEvent)happened).StepPath == name.TrimEnd('!'));
}
