namespace PlanDsl.Tests;

/// <summary>What a process that was killed has left: what is recorded of its run, and what it has done to the world.</summary>
/// <param name="events">What is recorded.</param>
/// <param name="done">What was done.</param>
internal sealed class Remains(List<PlanEvent> events, List<string> done)
{
    private readonly List<EffectName> _begun = [.. EffectName.BegunIn(done)];

    public List<PlanEvent> Events => events;

    public List<string> Done => done;

    /// <summary>What is wrong with it itself, though the run acts only on what is safe: something was begun that is not recorded to have been, or more
    /// than what was underway has ended and is not recorded to have.</summary>
    /// <param name="kills">How many processes have left it.</param>
    public string? Fault(int kills)
    {
        foreach (var (name, calls) in _begun.CountBy(static name => name))
        {
            // What stands in for a step, or undoes it, is no attempt of its own.
            if (name.Kind is EffectKind.Body && calls > events.OfType<StepStartedEvent>().Count(name.IsBegunBy))
                return $"{name} was called {calls} times, and so many attempts are not recorded";
            if (LostOf(name) > kills)
                return $"{name} was called {calls} times, and of {LostOf(name)} it is not recorded how they have ended, after {kills} kills";
        }

        return null;
    }

    /// <summary>How often something was begun and is not recorded to have ended, so that it is done again.</summary>
    public int LostOf(EffectName name) => Math.Max(0, _begun.Count(begun => begun == name) - Follow(name).Left);

    /// <summary>Whether something is recorded to have begun and not to have ended.</summary>
    public bool IsUnderway(EffectName name) => Follow(name).IsUnderway;

    /// <summary>What is wrong with how others have gone on from here: something that is recorded was lost or changed, or done again.</summary>
    /// <param name="later">What is recorded by now.</param>
    /// <param name="doneLater">What was done by now.</param>
    /// <param name="isWhole">Whether all is recorded for which something was done. Why a step that had ended came once more may be lost otherwise, and is told when the run goes on.</param>
    public string? FaultOf(List<PlanEvent> later, List<string> doneLater, bool isWhole)
    {
        for (var i = 0; i < events.Count; i++)
        {
            if (i >= later.Count)
                return $"event {i + 1} is lost";
            if (!RandomEvents.AreSame(events[i], later[i]))
                return $"event {i + 1} was {events[i]} and is {later[i]}";
        }

        foreach (var name in isWhole ? EffectName.BegunIn(doneLater.Skip(done.Count)) : [])
        {
            if (events.FindLastIndex(happened => happened is StepEvent step && name.IsEndedBy(step)) is >= 0 and var end && !ComesAgain(name.Path, later.Skip(end + 1)))
                return $"{name} has begun once more, though its end is recorded";
        }

        return null;
    }

    // What a step consists of that is tried again, or has a fallback, may come once more under the same path: how often, others see to.
    private static bool ComesAgain(string path, IEnumerable<PlanEvent> later) =>
        later.Any(happened => happened is StepRetryEvent or StepFallbackEvent && path.StartsWith($"{((StepEvent)happened).StepPath}/", StringComparison.Ordinal));

    // How often it was left, having begun, and whether it has begun since. What was cancelled before it has begun was never called. A step that starts again at
    // its fallback does not call its body.
    private (int Left, bool IsUnderway) Follow(EffectName name)
    {
        var (left, isUnderway, isReplaced) = (0, false, false);
        foreach (var happened in events.OfType<StepEvent>())
        {
            if (name.IsBegunBy(happened))
                isUnderway = !isReplaced;
            else if (isUnderway && name.IsLeftBy(happened))
                (left, isUnderway) = (left + 1, false);
            if (name.Kind is EffectKind.Body && happened is StepFallbackEvent && happened.StepPath == name.Path)
                isReplaced = true;
            else if (ComesAgain(name.Path, [happened]))
                isReplaced = false;
        }

        return (left, isUnderway);
    }
}
