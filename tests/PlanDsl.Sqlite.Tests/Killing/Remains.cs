namespace PlanDsl.Tests;

/// <summary>What a process that was killed has left: what is recorded of its run, and what it has done to the world.</summary>
/// <param name="events">What is recorded.</param>
/// <param name="done">What was done.</param>
internal sealed class Remains(List<PlanEvent> events, List<string> done)
{
    public List<PlanEvent> Events => events;

    public List<string> Done => done;

    /// <summary>What is wrong with it itself: something was begun that is not recorded to have been, though the run acts on what is safe.</summary>
    public string? Fault()
    {
        foreach (var (path, calls) in done.Where(static line => line.StartsWith("began ", StringComparison.Ordinal)).Select(static line => line["began ".Length..]).CountBy(static name => name))
        {
            // What stands in for a step, or undoes it, is no attempt of its own.
            if (path[^1] is not ('~' or '!') && calls > events.OfType<StepStartedEvent>().Count(started => started.StepPath == path))
                return $"{path} was called {calls} times, and so many attempts are not recorded";
        }

        return null;
    }

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

        return doneLater.Skip(done.Count).FirstOrDefault(line => line.StartsWith("began ", StringComparison.Ordinal) && HasEnded(line["began ".Length..])) is { } again
            ? $"{again} once more, though its end is recorded"
            : null;
    }

    private bool HasEnded(string name) => name[^1] is '~'
        ? events.Exists(happened => happened is CompensationSucceededEvent or CompensationFailedEvent && ((StepEvent)happened).StepPath == name[..^1])
        : events.Exists(happened => happened is StepSucceededEvent or StepFailedEvent or StepSkippedEvent && ((StepEvent)happened).StepPath == name.TrimEnd('!'));
}
